import { observable } from '../../base';
import { createPhotoService } from './createPhotoService';
import type { TokenAccount } from './person';

// Another account's token comes while something of mine is under way: `/me` is another person then.

const serviceUrl = 'https://photos.example/v1.0';
const adele: TokenAccount = {
  name: 'Adele',
  username: 'adele@contoso.com',
  objectId: 'a',
  addresses: ['adele@contoso.com'],
};
const nina: TokenAccount = {
  name: 'Nina',
  username: 'nina@fabrikam.com',
  objectId: 'n',
  addresses: ['nina@fabrikam.com'],
};

/** The first bytes of a JPEG. */
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff);

/** `onToken`: called before each token is given out. */
function open(onToken: (count: number, switchAccount: () => void) => void) {
  const account = observable<TokenAccount | null>(adele);
  const requests: string[] = [];
  let tokens = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation((_url, init) => {
    const { method = '', body } = init ?? {};
    if (method !== 'POST') {
      requests.push(method);
      return Promise.resolve(new Response(null, { status: 200 }));
    }
    const parts = (JSON.parse(body as string) as { requests: { id: string; url: string }[] }).requests;
    requests.push(...parts.map((part) => part.url));
    const body64 = Buffer.from(jpeg).toString('base64');
    const responses = parts.map(({ id, url: path }) =>
      path.endsWith('$value')
        ? { id, status: 200, headers: { 'content-type': 'image/jpeg' }, body: body64 }
        : { id, status: 404, body: { error: { code: 'ImageNotFound' } } },
    );
    return Promise.resolve(Response.json({ responses }));
  });
  const service = createPhotoService({
    service: 'graph',
    serviceUrl,
    identity: { account, requestAccount: () => Promise.resolve() },
    accessToken: () => {
      onToken(++tokens, () => account.set(nina));
      return Promise.resolve('token');
    },
  });
  return { service, requests };
}

afterEach(() => jest.restoreAllMocks());

test('my photo is not written with the token of another account', async () => {
  // The first token reads whose photo it is.
  const { service, requests } = open((count, switchAccount) => count === 2 && switchAccount());
  const saving = service.setPhoto({ address: 'adele@contoso.com' }, new Blob([jpeg], { type: 'image/jpeg' }));
  await expect(saving).rejects.toMatchObject({ name: 'AbortError' });
  expect(requests).not.toContain('PUT');
});

test('what was read under my address with the token of another account is read again, under the address', async () => {
  const { service, requests } = open((count, switchAccount) => count === 1 && switchAccount());
  await service.getPhoto({ address: 'adele@contoso.com' }, { pictureOnly: true });
  expect(requests).toEqual(['/me/photo/$value', '/users/adele%40contoso.com/photo/$value']);
});
