import { createPhotoService } from './createPhotoService';
import { ownerOf } from './photoService';

// A group that was listed is named by its id: nothing is searched, and its own permissions are asked for.

const serviceUrl = 'https://photos.example/v1.0';
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff);
const metadata = { id: '240x240', width: 240, height: 240, '@odata.mediaEtag': '"1"' };

function open() {
  const requests: string[] = [];
  const scopes: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((url, { method = '', body } = {}) => {
    if (method !== 'POST') {
      requests.push(`${method} ${(url as string).slice(serviceUrl.length)}`);
      return Promise.resolve(new Response(null, { status: method === 'DELETE' ? 204 : 200 }));
    }
    const parts = (JSON.parse(body as string) as { requests: { id: string; url: string }[] }).requests;
    requests.push(...parts.map((part) => part.url));
    const responses = parts.map(({ id, url: path }) =>
      path.endsWith('$value')
        ? { id, status: 200, headers: { 'content-type': 'image/jpeg' }, body: Buffer.from(jpeg).toString('base64') }
        : { id, status: 200, body: metadata },
    );
    return Promise.resolve(Response.json({ responses }));
  });
  const accessToken = (request: { readonly scopes: readonly string[] }): Promise<string> => {
    scopes.push(...request.scopes);
    return Promise.resolve('token');
  };
  return { service: createPhotoService({ service: 'graph', serviceUrl, accessToken }), requests, scopes };
}

afterEach(() => jest.restoreAllMocks());

const group = ownerOf({ id: 'g-1', kind: 'group' });

test('its photo and metadata are read in one batch', async () => {
  const { service, requests, scopes } = open();
  const photo = await service.getPhoto(group);
  expect(photo).toMatchObject({ kind: 'photo', metadata: { width: 240 } });
  expect(photo).not.toHaveProperty('person');
  expect(requests).toEqual(['/groups/g-1/photo', '/groups/g-1/photo/$value']);
  expect(scopes).toEqual(['Group.Read.All']);
});

test('it is set and removed with the permission to write groups, and nothing else is requested', async () => {
  const { service, requests, scopes } = open();
  await service.setPhoto(group, new Blob([jpeg]));
  await service.removePhoto?.(group);
  expect(requests).toEqual(['PUT /groups/g-1/photo/$value', 'DELETE /groups/g-1/photo/$value']);
  expect(scopes).toEqual(['Group.ReadWrite.All', 'Group.ReadWrite.All']);
});

test('a user with an object id is no group', () => {
  expect(ownerOf({ id: 'u-1', kind: 'guest' })).toEqual({ address: 'u-1' });
  expect(ownerOf({ id: 'u-1' })).toEqual({ address: 'u-1' });
});
