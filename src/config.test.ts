import fc from 'fast-check';
import { ConfigError, readConfig } from './config';

const valid = {
  clientId: '5e0b1a7c-0000-4000-8000-000000000001',
  authority: 'https://login.microsoftonline.com/common',
  service: 'graph',
  serviceUrl: 'https://graph.microsoft.com/v1.0',
};

function page(text: string | null): Pick<Document, 'getElementById'> {
  return { getElementById: (id) => (id === 'config' && text !== null ? ({ textContent: text } as HTMLElement) : null) };
}
const withBlock = (changes: object): Pick<Document, 'getElementById'> => page(JSON.stringify({ ...valid, ...changes }));

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

test('a valid block is read, by default with PUT and without groups', () => {
  expect(readConfig(withBlock({}))).toEqual({ ...valid, upload: 'PUT', groups: false });
  expect(readConfig(withBlock({ upload: 'PATCH', groups: true }))).toMatchObject({ upload: 'PATCH', groups: true });
});

test('a slash at the end of serviceUrl is removed', () => {
  expect(readConfig(withBlock({ serviceUrl: 'https://graph.microsoft.com/beta/' })).serviceUrl).toBe(
    'https://graph.microsoft.com/beta',
  );
});

test.each([
  ['clientId', ''],
  ['clientId', undefined],
  ['clientId', 'two words'],
  ['authority', 'login.microsoftonline.com'],
  ['authority', 'http://login.microsoftonline.com/common'],
  ['service', 'ews'],
  ['groups', 'true'],
  ['serviceUrl', 'http://graph.microsoft.com/v1.0'],
  ['serviceUrl', 'https://graph.microsoft.com/v1.0?x=1'],
  ['serviceUrl', 'https://user@graph.microsoft.com/v1.0'],
  ['serviceUrl', 'javascript:alert(1)'],
])('%s = %j throws a ConfigError that names the key', (key, value) => {
  expect(thrownBy(() => readConfig(withBlock({ [key]: value })))).toMatchObject({ name: 'ConfigError', key });
});

test.each([null, '', 'not json', '"text"', 'null'])(
  'a block of %j throws a ConfigError with the key config',
  (text) => {
    expect(thrownBy(() => readConfig(page(text)))).toMatchObject({ name: 'ConfigError', key: 'config' });
  },
);

test('whatever the block holds, tokens go to https or to the same machine, or an error names the key', () => {
  const url = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), fc.jsonValue());
  const change = fc.record(
    {
      clientId: fc.jsonValue(),
      authority: url,
      service: fc.jsonValue(),
      serviceUrl: url,
      upload: fc.jsonValue(),
      groups: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const block = fc.oneof(
    fc.string(),
    fc.json(),
    change.map((changed) => JSON.stringify({ ...valid, ...changed })),
  );
  fc.assert(
    fc.property(block, (text) => {
      const config = thrownBy(() => readConfig(page(text)));
      if (config instanceof ConfigError) return;
      const { authority, serviceUrl } = config as ReturnType<typeof readConfig>;
      for (const one of [authority, serviceUrl]) {
        expect(one).toMatch(/^(https:|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/i);
        const { search, hash, username, password } = new URL(one);
        expect(search + hash + username + password).toBe('');
      }
    }),
  );
});
