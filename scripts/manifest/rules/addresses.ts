import type { Element } from '@xmldom/xmldom';
import { elementsNamed, type Manifest, type Rule, translationsOf } from '../manifest';
import type { Report } from '../report';

interface Address {
  readonly element: Element;
  readonly value: string;
}

/** Elements with the address of a page, in either part of the manifest. */
const pages = ['SourceLocation', 'SupportUrl', 'Url'];
const pictures = ['IconUrl', 'HighResolutionIconUrl', 'Image'];

/** Every address is a complete https address below the folder of the pane. */
export const checkAddresses: Rule = (manifest, report) => {
  const base = baseAddress(manifest);
  for (const address of addressesOf(manifest, [...pages, ...pictures])) {
    if (!isHttps(address.value)) reportInsecure(address, report);
    else if (base !== null && !address.value.startsWith(base)) {
      report(
        address.element,
        `has the address ${address.value}, outside the add-in. Write one that starts with ${base}.`,
      );
    }
  }
};

/** The other sites that the pane may open are origins, without a path. */
export const checkAppDomains: Rule = ({ root }, report) => {
  for (const element of elementsNamed(root, 'AppDomain')) {
    const value = element.textContent ?? '';
    if (!isHttps(value)) {
      reportInsecure({ element, value }, report);
      continue;
    }
    const { origin } = new URL(value);
    if (value !== origin) report(element, `has the address ${value}. Write the origin only: ${origin}.`);
  }
};

/** Each page is a file of the add-in. */
export const checkPages: Rule = async (manifest, report) => {
  for (const { element, value } of addressesOf(manifest, pages)) {
    const path = pathInFolder(manifest, value);
    if (path !== null && !(await manifest.folder.hasPage(path))) {
      report(element, `has the address ${value}, but there is no file ${path}. Write the address of a page.`);
    }
  }
};

/** The path of an address relative to the folder of the manifest, null if the address is elsewhere. */
export function pathInFolder(manifest: Manifest, address: string): string | null {
  const base = baseAddress(manifest);
  if (base === null || !address.startsWith(base)) return null;
  return new URL(address).pathname.slice(new URL(base).pathname.length);
}

/** The address of the folder in which most pages are, with a slash at its end: one wrong page does not move it. */
function baseAddress(manifest: Manifest): string | null {
  const counts = new Map<string, number>();
  for (const { value } of addressesOf(manifest, pages)) {
    if (!isHttps(value)) continue;
    const folder = new URL('.', value).href;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [string | null, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [null, 0],
  )[0];
}

function addressesOf({ root }: Manifest, names: readonly string[]): readonly Address[] {
  return elementsNamed(root, ...names)
    .flatMap((element) => [
      { element, value: element.getAttribute('DefaultValue') },
      ...translationsOf(element).map((one) => ({ element: one, value: one.getAttribute('Value') })),
    ])
    .filter((one): one is Address => one.value !== null);
}

function isHttps(value: string): boolean {
  return /^https:\/\/[^/]/.test(value) && URL.canParse(value);
}

function reportInsecure({ element, value }: Address, report: Report): void {
  report(element, `has the address "${value}". Write a complete https address.`);
}
