import sharp from 'sharp';
import { createPhotoService, ownerOf, saveAndProve } from '../../src/photos';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';

// Groups as an administrator's program reads and changes them: listed in pages, and their photos by id.

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly groupTypes: readonly string[];
}

interface Page {
  readonly value: readonly Group[];
  readonly '@odata.nextLink'?: string;
}

const unified = `$filter=${encodeURIComponent("groupTypes/any(c:c eq 'Unified')")}`;
const select = '$select=id,displayName,mail,groupTypes';
const eventual = { ConsistencyLevel: 'eventual' };

interface Request extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(path: string, scope: string, init: Request = {}, user: string = people.alex.address) {
  const authorization = `Bearer ${await sandbox.control.token(user, scope)}`;
  const url = path.startsWith('http') ? path : `${sandbox.origin}/v1.0${path}`;
  return fetch(url, { ...init, headers: { authorization, ...init.headers } });
}

async function listed(): Promise<readonly Group[]> {
  const response = await send(`/groups?${select}&${unified}`, 'Group.Read.All');
  return ((await response.json()) as Page).value;
}

async function photoOf(name: string): Promise<string> {
  const found = (await listed()).find(({ displayName }) => displayName === name);
  return `/groups/${found?.id ?? ''}/photo/$value`;
}

async function jpeg(): Promise<Blob> {
  const image = sharp({ create: { width: 648, height: 648, channels: 3, background: '#2060c0' } }).jpeg();
  return new Blob([new Uint8Array(await image.toBuffer())], { type: 'image/jpeg' });
}

test('those with photos are listed page by page, in the order of names for an advanced query alone', async () => {
  const pages: Page[] = [];
  let url: string | undefined = `/groups?${select}&${unified}&$orderby=displayName&$count=true&$top=1`;
  while (url !== undefined) {
    const page = (await (await send(url, 'Group.Read.All', { headers: eventual })).json()) as Page;
    pages.push(page);
    url = page['@odata.nextLink'];
  }
  expect(pages.map(({ value }) => value.map(({ displayName }) => displayName))).toEqual([
    [people.nova.name],
    [people.orion.name],
  ]);
  expect(pages.flatMap(({ value }) => value.flatMap(({ groupTypes }) => groupTypes))).toEqual(['Unified', 'Unified']);
  const simple = await send(`/groups?${unified}&$orderby=displayName`, 'Group.Read.All');
  expect(simple.status).toBe(400);
  expect((await send(`/groups?${unified}`, 'User.ReadBasic.All')).status).toBe(403);
});

test.each([
  ['PUT', 'Group.Read.All', people.alex.address, 403],
  ['PUT', 'User.ReadWrite.All', people.alex.address, 403],
  ['PUT', 'Group.ReadWrite.All', people.alex.address, 200],
  ['PUT', 'Group.ReadWrite.All', people.adele.address, 200],
  ['PUT', 'Group.ReadWrite.All', people.ivy.address, 403],
  ['DELETE', 'Group.Read.All', people.alex.address, 403],
  ['DELETE', 'Group.ReadWrite.All', people.ivy.address, 403],
  ['DELETE', 'Group.ReadWrite.All', people.adele.address, 204],
] as const)('%s with %s by %s: %i; an owner and an administrator may', async (method, scope, user, status) => {
  const photo = await photoOf(people.orion.name);
  const body = method === 'PUT' ? { body: await jpeg(), headers: { 'content-type': 'image/jpeg' } } : {};
  expect((await send(photo, scope, { method, ...body }, user)).status).toBe(status);
});

test('a photo is set, proven and removed by the id of the group', async () => {
  const asked = new Set<string>();
  const service = createPhotoService({
    service: 'graph',
    serviceUrl: `${sandbox.origin}/v1.0`,
    accessToken: ({ scopes }) => {
      for (const scope of scopes) asked.add(scope);
      return sandbox.control.token(people.alex.address, scopes.join(' '));
    },
  });
  const nova = (await listed()).find(({ displayName }) => displayName === people.nova.name);
  const owner = ownerOf({ id: nova?.id ?? '', kind: 'group' });
  const thumbnail = (picture: Blob): Promise<Buffer> =>
    picture.arrayBuffer().then((bytes) => sharp(bytes).resize(16, 16, { fit: 'cover' }).ensureAlpha().raw().toBuffer());
  const saved = await saveAndProve(service, owner, await jpeg(), { thumbnail });
  expect(saved).toMatchObject({ proven: true, before: { kind: 'photo' }, now: { metadata: { width: 648 } } });
  expect(await saveAndProve(service, owner, null, { thumbnail })).toMatchObject({
    proven: true,
    now: { kind: 'none' },
  });
  expect(await service.getPhoto(owner)).toMatchObject({ kind: 'none', reason: 'notSet' });
  expect([...asked]).toEqual(['Group.Read.All', 'Group.ReadWrite.All']);
});
