import type { Element } from '@xmldom/xmldom';
import { childElements, descendants, localName, xsiType } from '../../../build/xmlElements';
import { elementsNamed, elementsOf, isResource, type Rule, translationsOf, versionOverrides } from '../manifest';
import type { Report } from '../report';

/** Groups, controls and resources of one VersionOverrides have different ids. Each built-in tab is used repeatedly. */
export const checkIds: Rule = ({ root }, report) => {
  for (const overrides of versionOverrides(root)) {
    const withId = elementsOf(overrides).filter((one) => one.hasAttribute('id') && localName(one) !== 'OfficeTab');
    reportRepeated(withId.filter(isResource), keyOfId, report);
    reportRepeated(
      withId.filter((one) => !isResource(one)),
      keyOfId,
      report,
    );
  }
};

/** A place has one ribbon, a kind of item one form, and a text one translation for each language. */
export const checkVariantsOnce: Rule = ({ root }, report) => {
  for (const list of elementsNamed(root, 'DesktopFormFactor', 'MobileFormFactor', 'FormSettings')) {
    const typed = childElements(list).filter((one) => xsiType(one) !== '');
    reportRepeated(typed, (one) => `xsi:type="${xsiType(one)}"`, report);
  }
  for (const holder of descendants(root)) {
    reportRepeated(translationsOf(holder), (one) => `Locale="${one.getAttribute('Locale') ?? ''}"`, report);
  }
};

function keyOfId(element: Element): string {
  return `id="${element.getAttribute('id') ?? ''}"`;
}

function reportRepeated(elements: readonly Element[], keyOf: (element: Element) => string, report: Report): void {
  const seen = new Map<string, Element>();
  for (const element of elements) {
    const key = keyOf(element);
    const first = seen.get(key);
    if (first)
      report(element, `has ${key}, as line ${first.lineNumber ?? '?'} has. Write another, or remove one of the two.`);
    else seen.set(key, element);
  }
}
