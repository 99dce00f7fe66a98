import { configJson, pageConfigFrom } from './pageConfig';

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
    CLIENT_ID: 'id',
    AUTHORITY: 'https://login.example/tenant',
    PHOTO_SERVICE: 'outlook',
    PHOTO_SERVICE_URL: 'https://photos.example/api/v2.0',
    PHOTO_UPLOAD: 'PATCH',
  };
  expect(pageConfigFrom(environment)).toEqual({
    clientId: 'id',
    authority: 'https://login.example/tenant',
    service: 'outlook',
    serviceUrl: 'https://photos.example/api/v2.0',
    upload: 'PATCH',
  });
});

test.each(['soap', 'constructor'])('PHOTO_SERVICE=%s is refused with the names that are allowed', (service) => {
  expect(() => pageConfigFrom({ PHOTO_SERVICE: service })).toThrow(
    `PHOTO_SERVICE is "${service}". Set it to one of: graph, outlook.`,
  );
});

test('a value cannot end the script element', () => {
  const json = configJson(pageConfigFrom({ CLIENT_ID: '</script>' }));
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toMatchObject({ clientId: '</script>' });
});
