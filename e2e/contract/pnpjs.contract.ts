import { AdvancedQuery, GraphBrowser, GraphQueryable, graphDelete, graphfi, type GraphFI } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/contacts/index.js';
import '@pnp/graph/groups/index.js';
import { Photo } from '@pnp/graph/photos/index.js';
import '@pnp/graph/users/index.js';
import { BearerToken } from '@pnp/queryable';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';
import { audiences } from './audiences';

let sandbox: Service;
let jpeg: Buffer;
beforeAll(async () => {
  sandbox = await startService();
  jpeg = Buffer.from(await (await fetch(`${sandbox.origin}/sandbox/original?user=diego@contoso.com`)).arrayBuffer());
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const permissions = 'User.Read User.ReadBasic.All User.ReadWrite Contacts.ReadWrite Group.Read.All';

async function pnp(user: string = people.adele.address, scope = permissions): Promise<GraphFI> {
  const token = await sandbox.control.token(user, scope, audiences.graph);
  return graphfi().using(GraphBrowser({ baseUrl: `${sandbox.origin}/v1.0` }), BearerToken(token));
}

const startsAsJpeg = (bytes: ArrayBuffer): boolean => Buffer.from(bytes).subarray(0, 2).toString('hex') === 'ffd8';
const withAddress = (address: string): string => `emailAddresses/any(a:a/address eq '${address}')`;

describe('the directory', () => {
  test('is filtered, searched and sorted', async () => {
    const graph = await pnp();
    const byMail = graph.users.filter("mail eq 'bo.berg@contoso.com'").select('displayName').top(2);
    expect(await byMail()).toEqual([{ displayName: 'Bo Berg' }]);
    const byAlias = graph.users.filter("proxyAddresses/any(a:a eq 'smtp:bo@contoso.com')");
    expect(await byAlias()).toMatchObject([{ displayName: 'Bo Berg' }]);
    expect(await graph.users.search('"displayName:bo"')()).toHaveLength(2);
    expect(await graph.users.orderBy('surname', false).orderBy('displayName').top(3)()).toHaveLength(3);
    const sorted = graph.users.filter("startswith(displayName,'Colleague')").orderBy('displayName', false).top(1);
    expect(await sorted.using(AdvancedQuery())()).toMatchObject([{ displayName: 'Colleague 300' }]);
  });

  test('is read page by page', async () => {
    const graph = await pnp();
    const ids = new Set<string>();
    let pages = 0;
    for await (const page of graph.users.select('id').top(200)) {
      pages++;
      for (const { id } of page as readonly { id: string }[]) ids.add(id);
    }
    expect(pages).toBe(3);
    expect(ids.size).toBeGreaterThan(400);
  });

  test.each([
    ['$skip', (graph: GraphFI) => graph.users.top(2).skip(2), 'Request_BadRequest'],
    [
      'a filter with an order, without the headers of advanced queries',
      (graph: GraphFI) => graph.users.filter("startswith(displayName,'Bo')").orderBy('displayName'),
      'Request_UnsupportedQuery',
    ],
  ])('refuses %s', async (_what, query, code) => {
    await expect(query(await pnp())()).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(`"code":"${code}"`) as string,
    });
  });

  test('has users by login name, not by alias', async () => {
    const graph = await pnp();
    const guest = encodeURIComponent('gil_partner.com#EXT#@contoso.onmicrosoft.com');
    expect(await graph.users.getById(guest)()).toMatchObject({ displayName: 'Gil Partner' });
    await expect(graph.users.getById('bo@contoso.com')()).rejects.toMatchObject({ status: 404 });
  });
});

describe('photos', () => {
  test('of users and groups are read: metadata, sizes, bytes', async () => {
    const graph = await pnp();
    const [orion] = await graph.groups.filter("mail eq 'orion@contoso.com'").select('id')();
    for (const one of [graph.users.getById('u1234@contoso.com'), graph.groups.getById(orion?.id ?? '')]) {
      expect(await one.photo()).toMatchObject({ width: expect.any(Number) as number });
      expect(await one.photos()).toContainEqual(expect.objectContaining({ id: '48x48' }));
      expect(await one.photos.getBySize('48x48')()).toMatchObject({ width: 48 });
      expect(startsAsJpeg(await one.photos.getBySize('48x48').getBuffer())).toBe(true);
      expect((await one.photo.getBlob()).type).toBe('image/jpeg');
    }
  });

  test('are set with the content type that PnPjs gives to everything, and removed', async () => {
    const graph = await pnp();
    await graph.me.photo.setContent(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }));
    expect(await graph.me.photo()).toMatchObject({ width: 240 });
    expect(await sandbox.control.original(people.adele.address)).toEqual(jpeg);
    await expect(graph.me.photo.setContent(new Blob(['{}']))).rejects.toMatchObject({ status: 400 });
    await graphDelete(GraphQueryable(graph.me, 'photo/$value'));
    await expect(graph.me.photo()).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ['without permission', 403, 'User.Read', 'u1234@contoso.com'],
    ['where there is none', 404, permissions, 'u2345@contoso.com'],
    ['of a person who is not in the directory', 404, permissions, 'nobody@contoso.com'],
  ])('%s: %d', async (_what, status, scope, user) => {
    const graph = await pnp(people.adele.address, scope);
    await expect(graph.users.getById(user).photo()).rejects.toMatchObject({ status });
  });
});

describe('contacts', () => {
  test('are filtered, sorted, skipped and read page by page', async () => {
    const { contacts } = (await pnp()).me;
    expect(await contacts.filter(withAddress('quinn@elsewhere.example'))()).toHaveLength(1);
    const all = await (await pnp()).me.contacts.orderBy('displayName').select('displayName')();
    const names = all.map(({ displayName }) => displayName);
    expect(names).toEqual([...names].sort());
    const rest = await (await pnp()).me.contacts.orderBy('displayName').select('displayName').skip(2).top(2)();
    expect(rest.map(({ displayName }) => displayName)).toEqual(names.slice(2, 4));
    const paged: unknown[] = [];
    for await (const page of (await pnp()).me.contacts.top(2)) paged.push(...page);
    expect(new Set(paged.map((one) => (one as { id: string }).id)).size).toBe(names.length);
  });

  test('are in folders, which are filtered and read one by one', async () => {
    const { me } = await pnp();
    const [folder] = await me.contactFolders.filter("displayName eq 'Friends'").select('id')();
    expect(folder).toEqual({ id: expect.any(String) as string });
    expect(await (await pnp()).me.contactFolders.filter("displayName eq 'Others'")()).toEqual([]);
    const friends = me.contactFolders.getById(folder?.id ?? '');
    expect(await friends()).toMatchObject({ displayName: 'Friends' });
    expect(await friends.childFolders()).toEqual([]);
    const [paul] = await friends.contacts();
    expect(await Photo(friends.contacts.getById(paul?.id ?? ''))()).toMatchObject({ width: 120 });
    await expect(me.contactFolders.getById('none')()).rejects.toMatchObject({ status: 404 });
  });

  test('have photos that can be set', async () => {
    const { contacts } = (await pnp()).me;
    const [quinn] = await contacts.filter(withAddress('quinn@elsewhere.example'))();
    const photo = Photo((await pnp()).me.contacts.getById(quinn?.id ?? ''));
    await expect(photo()).rejects.toMatchObject({ status: 404 });
    await photo.setContent(new Blob([new Uint8Array(jpeg)]));
    expect(await photo()).toMatchObject({ width: 240 });
  });
});

describe('a batch', () => {
  test('has metadata, bytes, queries and errors, each for its own request', async () => {
    const [graph, run] = (await pnp()).batched();
    const results = Promise.allSettled([
      graph.me(),
      graph.users.getById('u1234@contoso.com').photo(),
      graph.users.getById('u2345@contoso.com').photo(),
      graph.users.search('"displayName:bo"')(),
      graph.users.filter("proxyAddresses/any(a:a eq 'smtp:bo@contoso.com')")(),
      graph.me.photo.getBuffer(),
    ]);
    await run();
    const [me, photo, none, found, byAlias, bytes] = await results;
    expect(me).toMatchObject({ value: { displayName: 'Adele Vance' } });
    expect(photo).toMatchObject({ value: { width: 504 } });
    expect(none).toMatchObject({ reason: { status: 404 } });
    expect(found).toMatchObject({ value: [{}, {}] });
    expect(byAlias).toMatchObject({ value: [{ displayName: 'Bo Berg' }] });
    // PnPjs leaves images of a batch in base64.
    const text = bytes.status === 'fulfilled' ? Buffer.from(bytes.value).toString() : '';
    expect(Buffer.from(text, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8');
  });

  test('of more than 20 requests becomes two', async () => {
    const [graph, run] = (await pnp()).batched();
    const numbers = Array.from({ length: 25 }, (_none, index) => String(index + 1).padStart(3, '0'));
    const users = Promise.all(numbers.map((number) => graph.users.getById(`colleague${number}@contoso.com`)()));
    await run();
    const expected = numbers.map((number) => `Colleague ${number}`);
    expect((await users).map(({ displayName }) => displayName)).toEqual(expected);
    const batches = (await sandbox.control.log()).filter(({ path }) => path.endsWith('/$batch'));
    expect(batches).toHaveLength(2);
  });

  test('removes a photo', async () => {
    const [graph, run] = (await pnp()).batched();
    const removed = graphDelete(GraphQueryable(graph.me, 'photo/$value'));
    await run();
    await removed;
    await expect((await pnp()).me.photo()).rejects.toMatchObject({ status: 404 });
  });
});
