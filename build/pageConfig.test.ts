import { configJson, pageConfigFrom } from './pageConfig';

const clientId = '5e0b1a7c-0000-4000-8000-000000000001';

test('an empty environment gives Microsoft Graph and no client id', () => {
  expect(pageConfigFrom({})).toEqual({
    clientId: '',
    authority: 'https://login.microsoftonline.com/common',
    service: 'graph',
    serviceUrl: 'https://graph.microsoft.com/v1.0',
  });
});

test('each variable of the environment has its place in the block', () => {
  const environment = {
    CLIENT_ID: clientId,
    AUTHORITY: 'https://login.example/tenant',
    PHOTO_SERVICE: 'outlook',
    PHOTO_SERVICE_URL: 'https://photos.example/api/v2.0',
    PHOTO_UPLOAD: 'PATCH',
    PHOTO_GROUPS: 'true',
  };
  expect(pageConfigFrom(environment)).toEqual({
    clientId,
    authority: 'https://login.example/tenant',
    service: 'outlook',
    serviceUrl: 'https://photos.example/api/v2.0',
    upload: 'PATCH',
    groups: true,
  });
});

test.each([
  ['CLIENT_ID', '<application id>'],
  ['CLIENT_ID', 'api://photos'],
  ['AUTHORITY', 'http://login.microsoftonline.com/common'],
  ['AUTHORITY', 'login.microsoftonline.com/common'],
  ['AUTHORITY', 'https://login.microsoftonline.com'],
  ['AUTHORITY', 'https://login.microsoftonline.com/common/v2.0'],
  ['AUTHORITY', 'https://user:secret@login.microsoftonline.com/common'],
  ['PHOTO_SERVICE', 'soap'],
  ['PHOTO_GROUPS', 'yes'],
  ['PHOTO_SERVICE', 'constructor'],
  ['PHOTO_SERVICE_URL', 'ftp://graph.microsoft.com/v1.0'],
  ['PHOTO_SERVICE_URL', 'https://graph.microsoft.com/v1.0?x=1'],
  ['PHOTO_UPLOAD', 'patch'],
  ['PHOTO_UPLOAD', 'POST'],
])('%s=%s is refused by name, with what it has to be', (variable, value) => {
  expect(() => pageConfigFrom({ [variable]: value })).toThrow(`${variable} is "${value}". Set it to `);
});

test('a value cannot end the script element', () => {
  const json = configJson({ ...pageConfigFrom({}), clientId: '</script>' });
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toMatchObject({ clientId: '</script>' });
});
