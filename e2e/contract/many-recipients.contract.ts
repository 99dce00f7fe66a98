import { observable } from '../../src/base';
import { createPhotoService, isNoPhoto } from '../../src/photos';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';
import { audiences } from './audiences';

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const numbers = Array.from({ length: 100 }, (_none, index) => String(index + 1).padStart(3, '0'));

test.each([
  ['by mail address', () => false],
  ['half of them by an old address', (index: number) => index >= 50],
])('a hundred people whose login names are no addresses take at most 12 requests: %s', async (_name, isOld) => {
  const username = people.adele.address;
  const service = createPhotoService({
    service: 'graph',
    serviceUrl: `${sandbox.origin}/v1.0`,
    upload: 'PUT',
    identity: {
      account: observable({ name: '', username, objectId: null, addresses: [username] }),
      requestAccount: () => Promise.resolve(),
    },
    accessToken: ({ scopes }) => sandbox.control.token(username, scopes.join(' '), audiences.graph),
  });
  const addresses = numbers.map((number, index) => `staff${number}${isOld(index) ? '.old' : ''}@contoso.com`);
  const photos = await Promise.all(
    addresses.map((address) => service.getPhoto({ address }, { pixels: 48, pictureOnly: true })),
  );
  expect(photos.filter(isNoPhoto)).toEqual([]);
  const requests = (await sandbox.control.log()).filter(({ method }) => method === 'POST');
  expect(requests.length).toBeLessThanOrEqual(12);
});
