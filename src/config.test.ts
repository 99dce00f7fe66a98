import { readConfig } from './config';

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
