/** Switches of the window and their values; the first is the default. They are query parameters of the window's address. */
export const choices = {
  account: ['adele@contoso.com', 'alex@contoso.com', 'nina@fabrikam.com'],
  theme: ['light', 'dark'],
  language: ['en-US', 'de-DE'],
  dialect: ['graph-v1.0', 'graph-beta', 'outlook-v2.0', 'outlook-beta'],
  upload: ['PUT', 'PATCH'],
  bridge: ['present', 'initialize', 'late', 'none', 'refusing', 'silent', 'silenttoken', 'cancels', 'wrongaccount'],
  modern: ['on', 'off'],
  several: ['senders', 'count'],
  itemChanged: ['normal', 'missing', 'double'],
  width: ['320', '250', '500'],
  crowd: ['off', 'on'],
} as const;

export type Settings = { [Name in keyof typeof choices]: string };

/** Switches of the service, changed over HTTP. `account`: the account whose consent changes. */
export const serviceChoices = (account: string): Readonly<Record<string, Readonly<Record<string, object>>>> => ({
  consent: {
    'to look': { consent: { [account]: ['User.Read', 'User.ReadBasic.All'] } },
    none: { consent: { [account]: [] } },
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
