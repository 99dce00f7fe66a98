import { people } from '../support/people';
import { startService, type Service } from '../support/service';
import { audiences } from './audiences';

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

interface Options {
  readonly user?: string;
  readonly scope?: string;
  readonly headers?: Record<string, string>;
}

const adele = people.adele.address;

async function get(path: string, { user = adele, scope = 'User.ReadBasic.All', headers = {} }: Options = {}) {
  const audience = path.startsWith('/api/') ? audiences.outlook : audiences.graph;
  const token = await sandbox.control.token(user, scope, audience);
  const response = await fetch(sandbox.origin + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const body = (type.includes('json') ? JSON.parse(text) : { text }) as Body;
  return { status: response.status, headers: response.headers, ...body };
}

interface Body {
  readonly value?: Record<string, unknown>[];
  readonly error?: { readonly code: string; readonly message: string };
  readonly text?: string;
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count'?: number;
  readonly [name: string]: unknown;
}

const users = (filter: string, options?: Options, more = '') =>
  get(`/v1.0/users?$filter=${encodeURIComponent(filter)}${more}`, options);
const names = ({ value = [] }: Body): unknown[] => value.map(({ displayName }) => displayName);

test('a mail address that is no login name is not found; the login name and the id are', async () => {
  expect(await get('/v1.0/users/ivy.bell@contoso.com/photo')).toMatchObject({
    status: 404,
    error: { code: 'Request_ResourceNotFound' },
  });
  const byLogin = await get('/v1.0/users/u104711@contoso.com/photo');
  expect(byLogin).toMatchObject({ status: 200, width: 648 });
  const [ivy] = (await users("mail eq 'ivy.bell@contoso.com'")).value ?? [];
  expect(await get(`/v1.0/users/${String(ivy?.['id'])}/photo`)).toMatchObject({ status: 200, width: 648 });
});

test.each(['ivy.bell@contoso.com', 'ivy.miller@contoso.com', 'u104711@contoso.com'])(
  'in the Outlook dialect every address works: %s',
  async (address) => {
    const path = `/api/v2.0/Users('${address}')/photo`;
    expect(await get(path, { scope: 'user.readbasic.all' })).toMatchObject({ status: 200, Width: 648 });
  },
);

test.each([
  ["mail eq 'ivy.bell@contoso.com' or userPrincipalName eq 'ivy.bell@contoso.com'", ['Ivy Bell']],
  ["mail in ('bo.berg@contoso.com','megan@contoso.com')", ['Megan Bowen', 'Bo Berg']],
  ["proxyAddresses/any(p:p eq 'smtp:ivy.miller@contoso.com')", ['Ivy Bell']],
  ["proxyAddresses/any(p:p eq 'SMTP:info@contoso.com')", ['Info Desk']],
  ["mail eq 'gil@partner.com'", ['Gil Partner']],
  ["mail eq 'tom.twin@contoso.com'", ['Tom Twin', 'Tom Twin (before the migration)']],
  ["proxyAddresses/any(p:p eq 'SMTP:tom.twin@contoso.com')", ['Tom Twin']],
  ["proxyAddresses/any(p:p eq 'SMTP:una.twin@contoso.com')", []],
  ["startswith(displayName,'meg') or startswith(mail,'meg')", ['Megan Bowen']],
  ["mail eq 'miriam.o''brien@contoso.com'", ["Miriam O'Brien"]],
  ["mail eq 'olivia@elsewhere.example'", []],
  ["mail eq 'orion@contoso.com'", []],
  ["mail eq 'nina@fabrikam.com'", []],
])('%s finds %j', async (filter, expected) => {
  expect(names(await users(filter))).toEqual(expected);
});

test.each([
  ['$filter=mail', 'BadRequest'],
  ["$filter=shoeSize eq 'x'", 'BadRequest'],
  ['$select=shoeSize', 'BadRequest'],
  ['$top=1000', 'Request_UnsupportedQuery'],
  ['$search="displayName:meg"', 'Request_UnsupportedQuery'],
  ["$filter=endswith(mail,'@contoso.com')", 'Request_UnsupportedQuery'],
  [
    `$filter=mail in (${Array.from({ length: 16 }, (_none, index) => `'${index}'`).join()})`,
    'Request_UnsupportedQuery',
  ],
])('%s is answered with 400 %s', async (query, code) => {
  const encoded = query.replace(/=(.*)/s, (_all, value: string) => `=${encodeURIComponent(value)}`);
  expect(await get(`/v1.0/users?${encoded}`)).toMatchObject({ status: 400, error: { code } });
});

test('a search needs the header ConsistencyLevel', async () => {
  const headers = { ConsistencyLevel: 'eventual' };
  const found = await get('/v1.0/users?$search="displayName:meg" OR "mail:bo.b"&$count=true', { headers });
  expect([names(found), found['@odata.count']]).toEqual([['Megan Bowen', 'Bo Berg'], 2]);
  const ends = await users("endswith(mail,'@partner.com')", { headers }, '&$count=true');
  expect(names(ends)).toEqual(['Gil Partner']);
  expect(await get('/v1.0/users/$count', { headers })).toMatchObject({
    status: 200,
    text: expect.stringMatching(/^\d{3}$/) as string,
  });
});

test('pages are linked until all users were listed', async () => {
  await sandbox.control.patch({ pageSize: 150 });
  const all: unknown[] = [];
  let path: string | null = '/v1.0/users?$select=id';
  while (path !== null) {
    const page: Body = await get(path);
    all.push(...(page.value ?? []).map(({ id }) => id));
    path = page['@odata.nextLink']?.slice(sandbox.origin.length) ?? null;
  }
  expect(all.length).toBeGreaterThan(400);
  expect(new Set(all).size).toBe(all.length);
});

test('fields that the permission does not cover are left out', async () => {
  const select = '&$select=id,mail,userType,proxyAddresses';
  const filter = "mail eq 'gil@partner.com'";
  const keys = async (scope: string): Promise<string[]> =>
    Object.keys((await users(filter, { scope }, select)).value?.[0] ?? {}).sort();
  expect(await keys('User.ReadBasic.All')).toEqual(['id', 'mail']);
  expect(await keys('User.Read.All')).toEqual(['id', 'mail', 'proxyAddresses', 'userType']);
  await sandbox.control.patch({ proxyAddresses: 'allowed' });
  expect(await keys('User.ReadBasic.All')).toEqual(['id', 'mail', 'proxyAddresses']);
});

test.each([
  ['refused400', 400],
  ['refused403', 403],
])('a tenant can refuse filters with proxyAddresses: %s', async (proxyAddresses, status) => {
  await sandbox.control.patch({ proxyAddresses });
  const filter = "mail eq 'x' or proxyAddresses/any(p:p eq 'smtp:ivy.miller@contoso.com')";
  expect((await users(filter)).status).toBe(status);
  expect((await users("mail eq 'ivy.bell@contoso.com'")).status).toBe(200);
  expect((await users(filter, { scope: 'User.Read.All' })).status).toBe(200);
});

test('a search is refused with User.Read alone, to signed-in guests, and where it is turned off', async () => {
  const filter = "mail eq 'ivy.bell@contoso.com'";
  const denied = { status: 403, error: { code: 'Authorization_RequestDenied' } };
  expect(await users(filter, { scope: 'User.Read' })).toMatchObject(denied);
  expect(await users(filter, { user: 'gus@visitor.example' })).toMatchObject(denied);
  await sandbox.control.patch({ directorySearch: 'refused' });
  expect(await users(filter)).toMatchObject(denied);
});

test('/me has all addresses of the account, whatever its login name is', async () => {
  const select = '$select=id,mail,userPrincipalName,proxyAddresses,userType';
  expect(await get(`/v1.0/me?${select}`, { user: 'ivy.bell@contoso.com', scope: 'User.Read' })).toMatchObject({
    mail: 'ivy.bell@contoso.com',
    userPrincipalName: 'u104711@contoso.com',
    userType: 'Member',
    proxyAddresses: [
      'SMTP:ivy.bell@contoso.com',
      'smtp:ivy.miller@contoso.com',
      'smtp:ivy.bell@contoso.onmicrosoft.com',
    ],
  });
  expect(await get('/api/v2.0/me', { scope: 'user.read' })).toMatchObject({
    Id: expect.stringMatching(/^[0-9a-f-]{36}@[0-9a-f-]{36}$/) as string,
    EmailAddress: people.adele.address,
    DisplayName: 'Adele Vance',
  });
});

test('a Microsoft 365 group has a photo by its id alone; a distribution list has none', async () => {
  const scope = 'Group.Read.All';
  const list = async (filter: string) => get(`/v1.0/groups?$filter=${encodeURIComponent(filter)}`, { scope });
  const [orion] = (await list("mail eq 'orion@contoso.com'")).value ?? [];
  expect(orion).toMatchObject({ displayName: 'Project Orion', groupTypes: ['Unified'] });
  const photo = `/v1.0/groups/${String(orion?.['id'])}/photo`;
  expect(await get(photo, { scope })).toMatchObject({ status: 200, width: 360 });
  expect(await get(photo, { scope: 'ProfilePhoto.Read.All' })).toMatchObject({ status: 200 });
  expect(await get(photo)).toMatchObject({ status: 403 });
  expect(await get('/v1.0/groups')).toMatchObject({ status: 403, error: { code: 'Authorization_RequestDenied' } });
  expect(await get('/v1.0/users/orion@contoso.com/photo')).toMatchObject({ status: 404 });
  const [sales] = (await list("mail eq 'sales@contoso.com'")).value ?? [];
  expect(sales).toMatchObject({ groupTypes: [] });
  expect(await get(`/v1.0/groups/${String(sales?.['id'])}/photo`, { scope })).toMatchObject({ status: 404 });
});

describe('my contacts', () => {
  const scope = 'Contacts.Read';
  const filter = (address: string) =>
    `$filter=${encodeURIComponent(`emailAddresses/any(a:a/address eq '${address}')`)}`;

  test('are found by any of their addresses, in the folder that is asked', async () => {
    const inDefault = await get(`/v1.0/me/contacts?${filter('olivia@home.example')}`, { scope });
    expect(names(inDefault)).toEqual(['Olivia Outside']);
    expect(names(await get(`/v1.0/me/contacts?${filter('paul@plumber.example')}`, { scope }))).toEqual([]);
    const [folder] = (await get('/v1.0/me/contactFolders', { scope })).value ?? [];
    const contacts = `/v1.0/me/contactFolders/${String(folder?.['id'])}/contacts`;
    expect(names(await get(`${contacts}?${filter('paul@plumber.example')}`, { scope }))).toEqual(['Paul Plumber']);
  });

  test('have photos, which can be set but not removed', async () => {
    const [olivia] = (await get(`/v1.0/me/contacts?${filter(people.olivia.address)}`, { scope })).value ?? [];
    const photo = `/v1.0/me/contacts/${String(olivia?.['id'])}/photo`;
    expect(await get(photo, { scope })).toMatchObject({ status: 200, width: 240 });
    const bytes = await (await fetch(`${sandbox.origin}/sandbox/original?user=megan@contoso.com`)).arrayBuffer();
    const write = async (method: string, allowed: string): Promise<number> => {
      const authorization = `Bearer ${await sandbox.control.token(adele, allowed, audiences.graph)}`;
      const headers = { authorization, 'content-type': 'image/jpeg' };
      const init = { method, headers, ...(method === 'PUT' && { body: bytes }) };
      return (await fetch(`${sandbox.origin}${photo}/$value`, init)).status;
    };
    expect(await write('PUT', 'Contacts.Read')).toBe(403);
    expect(await write('PUT', 'Contacts.ReadWrite')).toBe(200);
    expect(await get(photo, { scope })).toMatchObject({ width: 648 });
    expect(await write('DELETE', 'Contacts.ReadWrite')).toBe(405);
  });

  test('are refused without the permission, for others, and for filters that mail does not support', async () => {
    expect(await get('/v1.0/me/contacts')).toMatchObject({ status: 403, error: { code: 'ErrorAccessDenied' } });
    expect(await get('/v1.0/users/alex@contoso.com/contacts', { scope })).toMatchObject({ status: 403 });
    const wrong = `/v1.0/me/contacts?$filter=${encodeURIComponent("startswith(emailAddresses/address,'o')")}`;
    expect(await get(wrong, { scope })).toMatchObject({ status: 400, error: { code: 'ErrorInvalidUrlQueryFilter' } });
  });
});
