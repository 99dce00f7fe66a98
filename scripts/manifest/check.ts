import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { elementOrder } from './order';

/** Resolves to the size in pixels of an icon file in the project, null if the file does not exist. */
export type IconSize = (path: string) => Promise<{ width: number; height: number } | null>;

/** Maximum length of texts, by element, in characters. */
const maxLength: Readonly<Record<string, number>> = {
  ShortStrings: 125,
  LongStrings: 250,
  DisplayName: 125,
  Description: 250,
};

/**
 * Checks the add-in's XML manifest. Resolves to one message per problem, with line, element and remedy.
 * @param version of package.json.
 */
export async function checkManifest(xml: string, version: string, iconSize: IconSize): Promise<readonly string[]> {
  const problems: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
    xml,
    'text/xml',
  );
  const all = [...document.getElementsByTagName('*')];
  const root = document.documentElement;
  if (!root) return ['The file has no element.'];
  const report = (element: Element, text: string): void => {
    problems.push(`line ${String(element.lineNumber ?? '?')}: <${name(element)}> ${text}`);
  };
  for (const check of [checkOrder, checkAddresses, checkLengths, checkResources]) check(all, report);
  checkIdentity(root, version, report);
  checkNesting(all, report);
  for (const element of all) await checkIcon(element, all, iconSize, report);
  return problems;
}

type Report = (element: Element, text: string) => void;

function checkOrder(all: readonly Element[], report: Report): void {
  for (const parent of all) {
    const expected = elementOrder[name(parent)];
    // Outside the overrides, <Host> is another element of the same name.
    if (!expected || (name(parent) === 'Host' && !parent.hasAttribute('xsi:type'))) continue;
    let reached = 0;
    for (const child of children(parent)) {
      const index = expected.indexOf(name(child));
      if (index === -1) report(child, `is not allowed in <${name(parent)}>. Allowed: ${expected.join(', ')}.`);
      else if (index < reached)
        report(child, `is in the wrong place. The order in <${name(parent)}> is ${expected.join(', ')}.`);
      reached = Math.max(reached, index);
    }
  }
}

function checkAddresses(all: readonly Element[], report: Report): void {
  for (const element of all) {
    for (const value of [
      element.getAttribute('DefaultValue'),
      name(element) === 'AppDomain' ? element.textContent : null,
    ]) {
      if (value?.startsWith('http:')) report(element, 'has an http address. Use https.');
    }
  }
}

function checkLengths(all: readonly Element[], report: Report): void {
  for (const element of all) {
    const holder = name(element) === 'String' ? element.parentNode : element;
    const limit = maxLength[holder ? name(holder as Element) : ''];
    const texts = [element.getAttribute('DefaultValue'), ...overrides(element).map((one) => one.getAttribute('Value'))];
    if (limit === undefined || texts[0] === null) continue;
    for (const text of texts) if ((text?.length ?? 0) > limit) report(element, `is longer than ${limit} characters.`);
    if (!overrides(element).some((one) => one.getAttribute('Locale') === 'de-DE'))
      report(element, 'has no German text. Add an Override for de-DE.');
  }
}

function checkResources(all: readonly Element[], report: Report): void {
  for (const overriding of all.filter((one) => name(one) === 'VersionOverrides')) {
    const inside = all.filter((one) => scopeOf(one) === overriding);
    const defined = inside.filter((one) => ['Image', 'Url', 'String'].includes(name(one)) && one.hasAttribute('id'));
    const ids = new Set(defined.map((one) => one.getAttribute('id')));
    const used = new Set(inside.map((one) => one.getAttribute('resid')));
    for (const one of inside) {
      const resid = one.getAttribute('resid');
      if (resid !== null && !ids.has(resid)) report(one, `uses resid "${resid}", which is not defined in <Resources>.`);
    }
    for (const one of defined) {
      const id = one.getAttribute('id') ?? '';
      if (!used.has(id)) report(one, `defines "${id}", which is not used. Remove it.`);
      if (id.length > 32) report(one, 'has an id of more than 32 characters.');
    }
  }
}

function checkIdentity(root: Element, version: string, report: Report): void {
  const expectations: Readonly<Record<string, readonly [RegExp, string]>> = {
    Id: [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'must be a GUID.'],
    Version: [
      new RegExp(`^${version.replaceAll('.', '\\.')}\\.0$`),
      `must be ${version}.0, the version of package.json.`,
    ],
    Permissions: [/^ReadItem$/, 'must be ReadItem: the add-in reads names and addresses only.'],
    SupportUrl: [/^https:/, 'must be an https address.'],
  };
  for (const [required, [pattern, text]] of Object.entries(expectations)) {
    const found = children(root).find((one) => name(one) === required);
    if (!found) report(root, `lacks <${required}>. Add it.`);
    else if (!pattern.test(found.getAttribute('DefaultValue') ?? found.textContent ?? '')) report(found, text);
  }
}

/** Pinning needs VersionOverrides 1.1, which must be nested in 1.0 for older clients. */
function checkNesting(all: readonly Element[], report: Report): void {
  const versions = all.filter((one) => name(one) === 'VersionOverrides');
  const inner = versions.find((one) => one.getAttribute('xsi:type') === 'VersionOverridesV1_1');
  if (!inner) report(all[0] as Element, 'lacks VersionOverridesV1_1. Pinning needs it.');
  else if ((inner.parentNode as Element).getAttribute('xsi:type') !== 'VersionOverridesV1_0') {
    report(inner, 'must be inside VersionOverridesV1_0.');
  }
}

async function checkIcon(element: Element, all: readonly Element[], iconSize: IconSize, report: Report): Promise<void> {
  const expected = expectedPixels(element);
  if (expected === null) return;
  const resid = element.getAttribute('resid');
  const scope = scopeOf(element);
  const holder =
    resid === null ? element : all.find((one) => scopeOf(one) === scope && one.getAttribute('id') === resid);
  const address = holder?.getAttribute('DefaultValue') ?? '';
  if (address === '') return;
  const size = await iconSize(new URL(address).pathname.slice(1));
  if (!size) report(element, `refers to ${address}, which is not a file of the project.`);
  else if (size.width !== expected || size.height !== expected) {
    report(element, `needs ${expected} x ${expected} pixels; ${address} has ${size.width} x ${size.height}.`);
  }
}

function expectedPixels(element: Element): number | null {
  if (name(element) === 'IconUrl') return 64;
  if (name(element) === 'HighResolutionIconUrl') return 128;
  const size = element.getAttribute('size');
  return size === null ? null : Number(size) * Number(element.getAttribute('scale') ?? 1);
}

/** The innermost VersionOverrides around an element: each has its own resources. */
function scopeOf(element: Element): Node | null {
  let ancestor: Node | null = element.parentNode;
  while (ancestor && (ancestor as Element).localName !== 'VersionOverrides') ancestor = ancestor.parentNode;
  return ancestor;
}

function overrides(element: Element): readonly Element[] {
  return children(element).filter((one) => name(one) === 'Override');
}

function children(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
}

function name(element: Element): string {
  return element.localName ?? element.nodeName;
}
