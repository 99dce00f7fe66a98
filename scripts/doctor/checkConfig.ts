import { serviceUrls } from '../../build/pageConfig';
import { configRules } from '../../src/configRules';
import { advice, error, type Finding } from './finding';
import { addinPages, type AddinPage, type Site } from './site';

type Key = keyof typeof configRules;
/** A config block, whatever is in it. */
type Block = Readonly<Record<string, unknown>>;

/** The config block of a page; null if it is no JSON object. */
function configOf({ content }: AddinPage): Block | null {
  try {
    const block: unknown = JSON.parse(content.config);
    return typeof block === 'object' && block !== null ? { ...block } : null;
  } catch {
    return null;
  }
}

/** Authority and service of a page, which its policy has to allow; null if one of them is wrong. */
export function servicesOf(page: AddinPage): { readonly authority: string; readonly serviceUrl: string } | null {
  const { authority, serviceUrl } = configOf(page) ?? {};
  return configRules.authority(authority) && configRules.serviceUrl(serviceUrl) ? { authority, serviceUrl } : null;
}

/** The config block of each page, and that both are the same. */
export function checkConfig(site: Site): readonly Finding[] {
  const pages = addinPages(site);
  return [...pages.flatMap(checkBlock), ...checkSame(pages)];
}

const expected: Readonly<Record<Key, string>> = {
  clientId: 'the Application (client) ID that the overview of your app registration shows',
  authority: 'an https address with one name after the host, such as https://login.microsoftonline.com/contoso.com',
  service: '"graph" or "outlook"',
  serviceUrl: 'an https address without a query, such as https://graph.microsoft.com/v1.0',
  upload: '"PUT" or "PATCH", or leave it out',
  groups: 'true or false without quotes, or leave it out',
};

function checkBlock(page: AddinPage): readonly Finding[] {
  const { name } = page;
  const block = configOf(page);
  if (!block) return [error(name, 'The config block is not JSON. Look for a missing quote or comma in it.')];
  const known = Object.keys(expected) as Key[];
  const unknown = Object.keys(block).filter((key) => !(key in expected));
  return [
    ...known.flatMap((key) => checkKey(name, key, block[key])),
    ...unknown.map((key) =>
      advice(name, `The config block has "${key}", which the page does not read. Remove it, or correct its name.`),
    ),
    ...checkPlace(name, block),
    ...checkDialect(name, block),
    ...checkTenant(name, block['authority']),
  ];
}

function checkKey(name: string, key: Key, value: unknown): readonly Finding[] {
  if ((key === 'upload' || key === 'groups') && value === undefined) return [];
  if (key === 'clientId' && value === '') {
    return [error(name, `clientId in the config block is empty, so sign-in fails. Write ${expected.clientId}.`)];
  }
  if (key === 'clientId' && typeof value === 'string' && isPlaceholder(value)) {
    return [error(name, `clientId in the config block is a placeholder, "${value}". Write ${expected.clientId}.`)];
  }
  if (configRules[key](value)) return [];
  const found = value === undefined ? 'missing' : JSON.stringify(value);
  return [error(name, `${key} in the config block is ${found}. Write ${expected[key]}.`)];
}

/** The id in the examples of the documentation. */
const exampleId = '6b1f0a52-8f0e-4c69-9b0c-4e6f3f7d1a20';

/** The example, or an id of equal digits. */
function isPlaceholder(id: string): boolean {
  return id === exampleId || /^([\da-f])\1{7}(-\1{4}){3}-\1{12}$/i.test(id);
}

/** Addresses that only the machine of a developer has. */
function checkPlace(name: string, block: Block): readonly Finding[] {
  return (['authority', 'serviceUrl'] as const).flatMap((key) => {
    const value = block[key];
    if (!configRules[key](value) || !['localhost', '127.0.0.1'].includes(new URL(value).hostname)) return [];
    return [
      error(
        name,
        `${key} in the config block is ${value}, on the machine of the person who opens the page, as in the sandbox. Write ${expected[key]}.`,
      ),
    ];
  });
}

/** The service of one dialect does not answer the other. */
function checkDialect(name: string, { service, serviceUrl }: Block): readonly Finding[] {
  if (!configRules.service(service) || !configRules.serviceUrl(serviceUrl)) return [];
  const { origin } = new URL(serviceUrl);
  const other = Object.entries(serviceUrls).find(([one, url]) => one !== service && new URL(url).origin === origin);
  if (!other) return [];
  const text = `service in the config block is "${service}", and serviceUrl is that of "${other[0]}". Write the ones that belong together: ${serviceUrls[service]} is of "${service}".`;
  return [error(name, text)];
}

function checkTenant(name: string, authority: unknown): readonly Finding[] {
  if (!configRules.authority(authority)) return [];
  const { pathname } = new URL(authority);
  const tenant = pathname.replaceAll('/', '');
  if (!['common', 'organizations'].includes(tenant)) return [];
  const text = `authority in the config block ends with /${tenant}, which works only with an app registration for accounts of several organizations. If yours is for one organization, sign-in fails with AADSTS50194: write your tenant's name or id in place of ${tenant}.`;
  return [advice(name, text)];
}

function checkSame([first, second]: readonly AddinPage[]): readonly Finding[] {
  const [one, other] = [first && configOf(first), second && configOf(second)];
  if (!one || !other) return [];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => one[key] !== other[key]);
  if (keys.length === 0) return [];
  return [
    error(
      'taskpane.html, signin.html',
      `The config blocks differ in ${keys.join(', ')}. Write the same block into both pages.`,
    ),
  ];
}
