/**
 * Switches of the window in the menu "Sandbox" and their values; the first is the default. They are query parameters of
 * the window's address, beside `item`: the id of the item that is selected at the start, or `none`.
 */
export const choices = {
  /** Whose mailbox and sign-in: two of the same organization, one of another, a login that is no address, a guest. */
  account: [
    'adele@contoso.com',
    'alex@contoso.com',
    'nina@fabrikam.com',
    'ivy.bell@contoso.com',
    'gus@visitor.example',
  ],
  /** `shared`: info@contoso.com in a tab of its own; `userProfile` names it, token and `getAuthContext` the account. */
  mailbox: ['own', 'shared'],
  /**
   * `two`: items of a second account's mailbox too (ids `second-...`); the bridge has tokens of the first alone.
   * `switching`: the same, and the bridge has tokens of the account whose item is selected.
   */
  accounts: ['one', 'two', 'switching'],
  theme: ['light', 'dark'],
  language: [
    'en-US',
    'de-DE',
    'fr-FR',
    'es-ES',
    'it-IT',
    'nl-NL',
    'pt-BR',
    'pl-PL',
    'ja-JP',
    'zh-CN',
    'ar-SA',
    'sv-SE',
  ],
  dialect: ['graph-v1.0', 'graph-beta', 'outlook-v2.0', 'outlook-beta'],
  upload: ['PUT', 'PATCH'],
  /** `on`: the page's config block lets the add-in read groups; an administrator has to approve it. */
  groups: ['off', 'on'],
  /**
   * The sign-in bridge. `persistent`: it starts, then every token request fails with PERSISTENT_ERROR; `persistentcode`:
   * the same with a code.
   */
  bridge: [
    'present',
    'initialize',
    'late',
    'none',
    'refusing',
    'silent',
    'silenttoken',
    'cancels',
    'wrongaccount',
    'persistent',
    'persistentcode',
  ],
  modern: ['on', 'off'],
  /** Several selected messages: with their senders, without (Mailbox 1.13), or an internal error. */
  several: ['senders', 'count', 'error'],
  /** What the add-in may do, above which methods throw; `manifest`: what manifest.xml asks for. */
  permission: ['manifest', 'ReadWriteMailbox'],
  itemChanged: ['normal', 'missing', 'double'],
  /** `no`: the item stays the first one, only SelectedItemsChanged is emitted (Outlook for Mac). */
  pinned: ['yes', 'no'],
  /** `late`: recipients of a draft are empty for a second after they are first read, then filled without an event. */
  drafts: ['normal', 'late'],
  /** `phone`: the pane fills the window, no theme, no list of selected items. */
  device: ['computer', 'phone'],
  /** What the first face does without: of Office.js as it is, missing, throwing, or of another form. */
  office: ['whole', 'missing', 'throwing', 'odd'],
  width: ['320', '250', '500'],
  /** Of the pane's page; `window`: as high as the window allows. */
  height: ['window', '480'],
  crowd: ['off', 'on'],
} as const;

export type Settings = { [Name in keyof typeof choices]: string };

/** The same menu's switches of the service, sent over HTTP; `faults` are outages. `account`: whose consent changes. */
export const serviceChoices = (account: string): Readonly<Record<string, Readonly<Record<string, object>>>> => ({
  consent: {
    'to look': { consent: { [account]: ['User.Read', 'User.ReadBasic.All'] } },
    none: { consent: { [account]: [] } },
    'to look, and at groups': { consent: { [account]: ['User.Read', 'User.ReadBasic.All', 'Group.Read.All'] } },
  },
  faults: {
    none: { faults: [] },
    slow: { faults: [{ effect: { kind: 'slow', milliseconds: 3000 } }] },
    throttled: { faults: [{ effect: { kind: 'status', status: 429, headers: { 'retry-after': '2' } }, times: 1 }] },
    'server error': { faults: [{ effect: { kind: 'status', status: 503 } }] },
    dropped: { faults: [{ effect: { kind: 'drop' } }] },
    'cut off': { faults: [{ effect: { kind: 'truncate' } }] },
    forbidden: { faults: [{ effect: { kind: 'status', status: 403 } }] },
    'claims challenge': { faults: [{ effect: { kind: 'claims' } }] },
    'token refused': { faults: [{ effect: { kind: 'expired' } }] },
  },
  proxyAddresses: Object.fromEntries(
    ['hidden', 'allowed', 'refused400', 'refused403'].map((proxyAddresses) => [proxyAddresses, { proxyAddresses }]),
  ),
  directorySearch: Object.fromEntries(
    ['allowed', 'refused', 'filterOnly'].map((directorySearch) => [directorySearch, { directorySearch }]),
  ),
  photosLocked: { no: { photosLocked: false }, yes: { photosLocked: true } },
  latency: { '0 ms': { latency: 0 }, '50 ms': { latency: 50 }, '500 ms': { latency: 500 } },
});

export function readSettings(query: URLSearchParams): Settings {
  const chosen = Object.entries(choices).map(([name, values]) => {
    const value = query.get(name) ?? '';
    return [name, (values as readonly string[]).includes(value) ? value : values[0]];
  });
  return Object.fromEntries(chosen) as Settings;
}

/** Reloads the window with one setting changed. */
export function changeSetting(name: string, value: string): void {
  const query = new URLSearchParams(location.search);
  query.set(name, value);
  location.search = query.toString();
}
