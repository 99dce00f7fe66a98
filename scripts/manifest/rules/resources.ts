import type { Element } from '@xmldom/xmldom';
import { localName } from '../../../build/xmlElements';
import { elementsOf, resourcesOf, type Rule, versionOverrides } from '../manifest';

/** The list of resources that an element refers to. */
const listOf: Readonly<Record<string, string>> = {
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  Image: 'Images',
};

/** Each `resid` is defined in the list of resources that fits its element. */
export const checkReferences: Rule = ({ root }, report) => {
  for (const overrides of versionOverrides(root)) {
    const resources = resourcesOf(overrides);
    for (const element of elementsOf(overrides)) {
      const resid = element.getAttribute('resid');
      if (resid === null) continue;
      const list = listOf[localName(element)] ?? '';
      const defined = resources.get(resid);
      if (!defined) report(element, `uses resid="${resid}", which is not defined. Add it to <bt:${list}>.`);
      else if (listNameOf(defined) !== list) {
        report(element, `uses resid="${resid}" of <bt:${listNameOf(defined)}>. Write one of <bt:${list}>.`);
      }
    }
  }
};

/** Each resource is used. Runs last, since a missing element leaves its resource unused. */
export const checkUnused: Rule = ({ root }, report) => {
  for (const overrides of versionOverrides(root)) {
    const used = new Set(elementsOf(overrides).map((one) => one.getAttribute('resid')));
    for (const [id, element] of resourcesOf(overrides)) {
      if (!used.has(id)) report(element, `defines "${id}", which no element uses. Use it or remove it.`);
    }
  }
};

function listNameOf(resource: Element): string {
  return resource.parentNode ? localName(resource.parentNode as Element) : '';
}
