import { readConfig } from './config';

const good = {
  clientId: '5e0b1a7c-0000-4000-8000-000000000001',
  authority: 'https://login.microsoftonline.com/common',
  service: 'graph',
  serviceUrl: 'https://graph.microsoft.com/v1.0',
};

function page(text: string | null): Pick<Document, 'getElementById'> {
  return { getElementById: (id) => (id === 'config' && text !== null ? ({ textContent: text } as HTMLElement) : null) };
}
const withBlock = (changes: object): Pick<Document, 'getElementById'> => page(JSON.stringify({ ...good, ...changes }));

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

test('a good block is read as it stands', () => {
  expect(readConfig(withBlock({}))).toEqual({ ...good, upload: 'PUT' });
  expect(readConfig(withBlock({ upload: 'PATCH' })).upload).toBe('PATCH');
});

test('a slash at the end of the service address does not matter', () => {
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
  ['serviceUrl', 'http://graph.microsoft.com/v1.0'],
  ['serviceUrl', 'https://graph.microsoft.com/v1.0?x=1'],
  ['serviceUrl', 'https://user@graph.microsoft.com/v1.0'],
  ['serviceUrl', 'javascript:alert(1)'],
])('%s = %j is refused, and the error names the key', (key, value) => {
  expect(thrownBy(() => readConfig(withBlock({ [key]: value })))).toMatchObject({ name: 'ConfigError', key });
});

test.each([null, '', 'not json', '"text"', 'null'])('a block of %j is refused as a whole', (text) => {
  expect(thrownBy(() => readConfig(page(text)))).toMatchObject({ name: 'ConfigError', key: 'config' });
});
