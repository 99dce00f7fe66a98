import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { order } from './order';

/** Pixel size of an icon file of the project, null where there is none. */
export type IconSize = (path: string) => Promise<{ width: number; height: number } | null>;

/** Longest texts of a resource, in characters. */
const longest: Readonly<Record<string, number>> = {
  ShortStrings: 125,
  LongStrings: 250,
  DisplayName: 125,
  Description: 250,
};

/** What is wrong with an XML manifest of this add-in: one line each, with line, element and what to do. */
export async function checkManifest(xml: string, version: string, iconSize: IconSize): Promise<readonly string[]> {
  const problems: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(
    xml,
    'text/xml',
  );
  const all = [...document.getElementsByTagName('*')];
  const root = document.documentElement;
  if (!root) return ['The file holds no element.'];
  const say = (element: Element, text: string): void => {
    problems.push(`line ${String(element.lineNumber ?? '?')}: <${name(element)}> ${text}`);
  };
  for (const check of [checkOrder, checkAddresses, checkLengths, checkResources]) check(all, say);
  checkIdentity(root, version, say);
  checkNesting(all, say);
  for (const element of all) await checkIcon(element, all, iconSize, say);
  return problems;
}

type Say = (element: Element, text: string) => void;

function checkOrder(all: readonly Element[], say: Say): void {
  for (const parent of all) {
    const expected = order[name(parent)];
    // The same name stands for other things outside the overrides.
    if (!expected || (name(parent) === 'Host' && !parent.hasAttribute('xsi:type'))) continue;
    let reached = 0;
    for (const child of children(parent)) {
      const place = expected.indexOf(name(child));
      if (place === -1) say(child, `does not belong in <${name(parent)}>. There: ${expected.join(', ')}.`);
      else if (place < reached)
        say(child, `stands too late. The order in <${name(parent)}> is ${expected.join(', ')}.`);
      reached = Math.max(reached, place);
    }
  }
}

function checkAddresses(all: readonly Element[], say: Say): void {
  for (const element of all) {
    for (const value of [
      element.getAttribute('DefaultValue'),
      name(element) === 'AppDomain' ? element.textContent : null,
    ]) {
      if (value?.startsWith('http:')) say(element, 'has an http address. Use https.');
    }
  }
}

function checkLengths(all: readonly Element[], say: Say): void {
  for (const element of all) {
    const holder = name(element) === 'String' ? element.parentNode : element;
    const limit = longest[holder ? name(holder as Element) : ''];
    const texts = [element.getAttribute('DefaultValue'), ...overrides(element).map((one) => one.getAttribute('Value'))];
    if (limit === undefined || texts[0] === null) continue;
    for (const text of texts) if ((text?.length ?? 0) > limit) say(element, `is longer than ${limit} characters.`);
    if (!overrides(element).some((one) => one.getAttribute('Locale') === 'de-DE'))
      say(element, 'has no German text. Add an Override for de-DE.');
  }
}

function checkResources(all: readonly Element[], say: Say): void {
  for (const overriding of all.filter((one) => name(one) === 'VersionOverrides')) {
    const inside = all.filter((one) => scopeOf(one) === overriding);
    const defined = inside.filter((one) => ['Image', 'Url', 'String'].includes(name(one)) && one.hasAttribute('id'));
    const ids = new Set(defined.map((one) => one.getAttribute('id')));
    const used = new Set(inside.map((one) => one.getAttribute('resid')));
    for (const one of inside) {
      const resid = one.getAttribute('resid');
      if (resid !== null && !ids.has(resid)) say(one, `uses resid "${resid}", which is not defined in <Resources>.`);
    }
    for (const one of defined) {
      const id = one.getAttribute('id') ?? '';
      if (!used.has(id)) say(one, `defines "${id}", which nothing uses. Remove it.`);
      if (id.length > 32) say(one, 'has an id of more than 32 characters.');
    }
  }
}

function checkIdentity(root: Element, version: string, say: Say): void {
  const expectations: Readonly<Record<string, readonly [RegExp, string]>> = {
    Id: [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, 'has to be a GUID.'],
    Version: [
      new RegExp(`^${version.replaceAll('.', '\\.')}\\.0$`),
      `has to be ${version}.0, the version of package.json.`,
    ],
    Permissions: [/^ReadItem$/, 'has to be ReadItem: the add-in reads names and addresses, no more.'],
    SupportUrl: [/^https:/, 'has to be an https address.'],
  };
  for (const [wanted, [pattern, text]] of Object.entries(expectations)) {
    const found = children(root).find((one) => name(one) === wanted);
    if (!found) say(root, `lacks <${wanted}>. Add it.`);
    else if (!pattern.test(found.getAttribute('DefaultValue') ?? found.textContent ?? '')) say(found, text);
  }
}

/** Pinning needs the overrides 1.1, and older clients need those of 1.0 around them. */
function checkNesting(all: readonly Element[], say: Say): void {
  const versions = all.filter((one) => name(one) === 'VersionOverrides');
  const inner = versions.find((one) => one.getAttribute('xsi:type') === 'VersionOverridesV1_1');
  if (!inner) say(all[0] as Element, 'lacks VersionOverridesV1_1, which pinning needs.');
  else if ((inner.parentNode as Element).getAttribute('xsi:type') !== 'VersionOverridesV1_0') {
    say(inner, 'has to stand inside VersionOverridesV1_0.');
  }
}

async function checkIcon(element: Element, all: readonly Element[], iconSize: IconSize, say: Say): Promise<void> {
  const expected = expectedPixels(element);
  if (expected === null) return;
  const resid = element.getAttribute('resid');
  const scope = scopeOf(element);
  const holder =
    resid === null ? element : all.find((one) => scopeOf(one) === scope && one.getAttribute('id') === resid);
  const address = holder?.getAttribute('DefaultValue') ?? '';
  if (address === '') return;
  const size = await iconSize(new URL(address).pathname.slice(1));
  if (!size) say(element, `names ${address}, which is no file of the project.`);
  else if (size.width !== expected || size.height !== expected) {
    say(element, `needs ${expected} x ${expected} pixels; ${address} has ${size.width} x ${size.height}.`);
  }
}

function expectedPixels(element: Element): number | null {
  if (name(element) === 'IconUrl') return 64;
  if (name(element) === 'HighResolutionIconUrl') return 128;
  const size = element.getAttribute('size');
  return size === null ? null : Number(size) * Number(element.getAttribute('scale') ?? 1);
}

/** The innermost overrides an element belongs to: each has resources of its own. */
function scopeOf(element: Element): Node | null {
  let place: Node | null = element.parentNode;
  while (place && (place as Element).localName !== 'VersionOverrides') place = place.parentNode;
  return place;
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
