import {
  AuthenticationHandler,
  BatchRequestContent,
  BatchResponseContent,
  Client,
  PageIterator,
  ResponseType,
  type Context,
  type Middleware,
  type BatchResponseBody,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';
import { audiences } from './audiences';

let sandbox: Service;
let jpeg: ArrayBuffer;
beforeAll(async () => {
  sandbox = await startService();
  jpeg = await (await fetch(`${sandbox.origin}/sandbox/original?user=diego@contoso.com`)).arrayBuffer();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

const readers = 'User.Read User.ReadBasic.All User.ReadWrite Contacts.ReadWrite';

/** Stands for the https in front of the service: the client sends its token, and follows links, over https alone. */
class HttpsProxy implements Middleware {
  async execute(context: Context): Promise<void> {
    if (typeof context.request !== 'string') throw new Error('The client sends addresses.');
    const response = await fetch(context.request.replace(secureOrigin(), sandbox.origin), context.options);
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    context.response = isJson
      ? new Response((await response.text()).replaceAll(sandbox.origin, secureOrigin()), response)
      : response;
  }
}

function secureOrigin(): string {
  return sandbox.origin.replace('http:', 'https:');
}

async function graphClient(user: string = people.adele.address): Promise<Client> {
  const token = await sandbox.control.token(user, readers, audiences.graph);
  const middleware = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) });
  middleware.setNext(new HttpsProxy());
  const customHosts = new Set(['localhost']);
  return Client.initWithMiddleware({ middleware, baseUrl: `${secureOrigin()}/`, defaultVersion: 'v1.0', customHosts });
}

async function send(path: string, init: RequestInit = {}, scope = readers): Promise<Response> {
  const audience = path.startsWith('/api/') ? audiences.outlook : audiences.graph;
  const token = await sandbox.control.token(people.adele.address, scope, audience);
  return fetch(sandbox.origin + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) },
  });
}

interface Named {
  readonly id: string;
  readonly displayName: string;
}

describe('the Graph JavaScript client', () => {
  test('filters, selects, searches and counts', async () => {
    const client = await graphClient();
    const filtered = (await client
      .api('/users')
      .filter("mail eq 'bo.berg@contoso.com'")
      .select(['id', 'displayName'])
      .top(2)
      .get()) as PageCollection;
    expect(filtered.value).toMatchObject([{ displayName: 'Bo Berg' }]);
    const found = (await client
      .api('/users')
      .header('ConsistencyLevel', 'eventual')
      .search('"displayName:bo"')
      .count(true)
      .orderby('displayName')
      .get()) as PageCollection;
    expect(found['@odata.count']).toBe(2);
  });

  test('follows the links of pages', async () => {
    const client = await graphClient();
    const first = (await client.api('/users').select('id').top(200).get()) as PageCollection;
    const ids = new Set<string>();
    const iterator = new PageIterator(client, first, (user: Named) => ids.add(user.id).size > 0);
    await iterator.iterate();
    expect(ids.size).toBeGreaterThan(400);
    expect(iterator.isComplete()).toBe(true);
  });

  test('uploads bytes as application/octet-stream, reads them back and removes them', async () => {
    const client = await graphClient();
    await client.api('/me/photo/$value').header('Content-Type', 'application/octet-stream').put(Buffer.from(jpeg));
    expect(await client.api('/me/photo').get()).toMatchObject({ width: 240 });
    const bytes = (await client.api('/me/photo/$value').responseType(ResponseType.ARRAYBUFFER).get()) as ArrayBuffer;
    expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    await client.api('/me/photo/$value').delete();
    await expect(client.api('/me/photo').get()).rejects.toMatchObject({ statusCode: 404, code: 'ImageNotFound' });
  });

  test('sends a batch whose parts depend on each other', async () => {
    const client = await graphClient();
    const url = (path: string): string => `${secureOrigin()}${path}`;
    const content = new BatchRequestContent([
      { id: '1', request: new Request(url('/me/photo/$value'), { method: 'DELETE' }) },
      { id: '2', request: new Request(url('/me/photo')), dependsOn: ['1'] },
      { id: '3', request: new Request(url('/me')), dependsOn: ['2'] },
    ]);
    const body = (await client.api('/$batch').post(await content.getContent())) as BatchResponseBody;
    const responses = new BatchResponseContent(body);
    expect(['1', '2', '3'].map((id) => responses.getResponseById(id).status)).toEqual([204, 404, 424]);
  });

  test('gets errors with code, status and request id', async () => {
    const client = await graphClient('gus@visitor.example');
    await expect(client.api('/users').get()).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  test('sets the photo of a contact', async () => {
    const client = await graphClient();
    const { value } = (await client
      .api('/me/contacts')
      .filter("emailAddresses/any(a:a/address eq 'quinn@elsewhere.example')")
      .get()) as { value: Named[] };
    const photo = `/me/contacts/${value[0]?.id ?? ''}/photo`;
    await expect(client.api(photo).get()).rejects.toMatchObject({ statusCode: 404 });
    await client.api(`${photo}/$value`).header('Content-Type', 'image/jpeg').put(Buffer.from(jpeg));
    expect(await client.api(photo).get()).toMatchObject({ width: 240 });
  });
});

// Recorded from the clients themselves: the TypeScript SDK 1.0.0-preview.90 and node-outlook 1.1.8. PnPjs has a contract
// of its own.
test.each([
  ['the TypeScript SDK', '/v1.0/users/u104711%40contoso.com/photo/$value'],
  ['the TypeScript SDK, a size', '/v1.0/users/u104711%40contoso.com/photos/48x48/$value'],
  ['node-outlook', '/api/v2.0/Users/ivy.bell@contoso.com/photo/$value'],
  ['node-outlook, a key in parentheses', '/api/v2.0/Users(%27ivy.bell@contoso.com%27)/photo/$value'],
  ['node-outlook, a size', '/api/beta/Users(%27ivy.bell@contoso.com%27)/photos(%2748x48%27)/$value'],
])('%s reaches the photo: %s', async (_client, path) => {
  const response = await send(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

// Allowed by OData and by what the service returns.
test.each([
  ['a key in parentheses', "/v1.0/users('u104711@contoso.com')/photo/$value"],
  ['a key in encoded parentheses', '/v1.0/users(%27u104711@contoso.com%27)/photo/$value'],
  ['an encoded dollar sign', '/v1.0/users/u104711%40contoso.com/photo/%24value'],
  ['an id of another response', '/v1.0/users/{id}@1717622f-1d94-4d04-9d74-f907ad6677b4/photo/$value'],
])('%s reaches the photo: %s', async (_form, path) => {
  const query = "/v1.0/users?$filter=userPrincipalName%20eq%20'u104711%40contoso.com'";
  const { value } = (await (await send(query)).json()) as { value: Named[] };
  expect((await send(path.replace('{id}', value[0]?.id ?? ''))).status).toBe(200);
});

describe('recorded from the TypeScript SDK', () => {
  test.each([
    ['/v1.0/users?$filter=surname%20eq%20%27O%27%27Brien%27&$select=id,displayName', 1],
    ['/v1.0/users?$filter=proxyAddresses%2Fany(a%3Aa%20eq%20%27smtp%3Abo%40contoso.com%27)', 1],
    ['/v1.0/users?$orderby=surname,displayName&$top=3', 3],
    ['/v1.0/users/adele%40contoso.com/contacts?$skip=2&$top=2', 2],
    [
      '/v1.0/users/adele%40contoso.com/contacts?$filter=emailAddresses%2Fany(a%3Aa%2Faddress%20eq%20%27quinn%40elsewhere.example%27)',
      1,
    ],
  ])('%s finds %d', async (path, count) => {
    expect(((await (await send(path)).json()) as { value: unknown }).value).toHaveLength(count);
  });

  test('metadata are selected, of one photo and of all sizes', async () => {
    const photo = '/v1.0/users/u104711%40contoso.com/photo';
    const one = (await (await send(`${photo}?$select=id,width`)).json()) as Record<string, unknown>;
    expect([one['width'], Object.keys(one).filter((name) => !name.startsWith('@'))]).toEqual([648, ['id', 'width']]);
    const sizes = (await (await send(`${photo}s?$select=height`)).json()) as { value: Record<string, unknown>[] };
    expect(sizes.value[0]).toEqual({
      '@odata.mediaContentType': 'image/jpeg',
      '@odata.mediaEtag': expect.any(String) as string,
      height: 48,
    });
    expect((await send(`${photo}?$select=eTag`)).status).toBe(400);
  });

  test('a photo is removed without naming its value', async () => {
    expect((await send('/v1.0/users/adele%40contoso.com/photo', { method: 'DELETE' })).status).toBe(204);
    expect((await send('/v1.0/me/photo')).status).toBe(404);
  });

  test('contacts are counted without a header for it', async () => {
    const contacts = '/v1.0/users/adele%40contoso.com/contacts';
    const page = (await (await send(`${contacts}?$count=true&$top=1`)).json()) as { '@odata.count': number };
    expect(await (await send(`${contacts}/$count`)).text()).toBe(String(page['@odata.count']));
  });

  test('an upload has the content type of any bytes', async () => {
    const [path, headers] = [
      '/v1.0/users/adele%40contoso.com/photo/$value',
      { 'content-type': 'application/octet-stream' },
    ];
    expect((await send(path, { method: 'PUT', headers, body: jpeg })).status).toBe(200);
    const text = await send(path, { method: 'PUT', headers, body: 'no image' });
    expect([text.status, await text.json()]).toMatchObject([400, { error: { code: 'ErrorInvalidImage' } }]);
  });

  test('a batch encodes the names of query options, and loses the content type of an upload', async () => {
    const batch = async (...requests: object[]): Promise<unknown> => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ requests }),
      };
      return (await send('/v1.0/$batch', init)).json();
    };
    const query = "/users?%24filter=mail%20eq%20'bo.berg%40contoso.com'&%24select=displayName";
    const read = { id: '1', method: 'GET', url: query };
    expect(await batch(read)).toMatchObject({
      responses: [{ status: 200, body: { value: [{ displayName: 'Bo Berg' }] } }],
    });
    const body = Buffer.from(jpeg).toString('base64');
    expect(
      await batch(read, { id: '2', method: 'PUT', url: '/users/adele%40contoso.com/photo/$value', body }),
    ).toMatchObject({
      error: { code: 'BadRequest', message: 'Write request id : 2 does not contain Content-Type header or body.' },
    });
  });
});

test('recorded from node-outlook: the selection of its documentation', async () => {
  const selected = await send('/api/v2.0/Me?%24select=DisplayName%2C%20EmailAddress');
  expect(await selected.json()).toMatchObject({ DisplayName: 'Adele Vance', EmailAddress: people.adele.address });
  expect((await send('/api/v2.0/Me?%24select=Nothing')).status).toBe(400);
});

test('a part of a batch may have any method, and has one content type', async () => {
  const headers = { 'Content-Type': 'application/json', ConsistencyLevel: 'eventual' };
  const requests = [
    { id: '1', method: 'GET', url: '/users?$search="mail:bo.berg"', headers },
    { id: '2', method: 'DELETE', url: '/me/photo/$value', headers },
    { id: '3', method: 'PATCH', url: '/me', headers, body: { displayName: 'x' } },
    { id: '4', method: 'POST', url: '/users', headers, body: {} },
    { id: '5', method: 'GET', url: '/users/%zz', headers },
  ];
  const response = await send('/v1.0/$batch', { method: 'POST', headers, body: JSON.stringify({ requests }) });
  const { responses } = (await response.json()) as { responses: { id: string; status: number; headers: object }[] };
  const statuses = new Map(responses.map(({ id, status }) => [id, status]));
  expect(['1', '2', '3', '4', '5'].map((id) => statuses.get(id))).toEqual([200, 204, 405, 405, 400]);
  for (const part of responses) {
    const types = Object.keys(part.headers).filter((name) => name.toLowerCase() === 'content-type');
    expect(types).toEqual(part.status === 204 ? [] : ['Content-Type']);
  }
});

test('metadata have the addresses of both samples of the reference', async () => {
  const tenant = '1717622f-1d94-4d04-9d74-f907ad6677b4';
  const outlook = (await (await send('/api/v2.0/me/photo', {}, 'user.read')).json()) as Record<string, string>;
  const root = `${sandbox.origin}/api/v2.0`;
  expect(outlook['@odata.context']).toBe(`${root}/$metadata#Me/photo/$entity`);
  expect(outlook['@odata.id']).toMatch(/\/api\/v2\.0\/Users\('[0-9a-f-]{36}@[0-9a-f-]{36}'\)\/photo$/);
  const none = await send("/api/v2.0/Users('isaiah@contoso.com')/photo", {}, 'user.readbasic.all');
  expect(await none.json()).toMatchObject({
    '@odata.context': expect.stringMatching(/#Users\('[0-9a-f-]{36}'\)\/photo\/\$entity$/) as string,
    '@odata.id': expect.stringMatching(`@${tenant}'\\)/photo$`) as string,
    '@odata.mediaEtag': '',
    Id: '1X1',
  });
  const graph = (await (await send('/v1.0/me/photo')).json()) as Record<string, string>;
  expect(graph['@odata.context']).toMatch(/\/v1\.0\/\$metadata#users\('[0-9a-f-]{36}'\)\/photo\/\$entity$/);
  expect((await fetch(graph['@odata.id'] ?? '', { headers: { authorization: 'none' } })).status).toBe(401);
  expect((await send((graph['@odata.id'] ?? '').slice(sandbox.origin.length))).status).toBe(200);
});

test('client-request-id comes back; a request without one gets its own', async () => {
  const id = '11111111-2222-4333-8444-555555555555';
  const response = await send('/v1.0/me', { headers: { 'client-request-id': id } });
  expect(response.headers.get('client-request-id')).toBe(id);
  expect((await send('/v1.0/me')).headers.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a preflight is answered for any header', async () => {
  const headers = {
    origin: 'https://elsewhere.example',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,consistencylevel,x-anchormailbox,prefer',
  };
  const response = await fetch(`${sandbox.origin}/v1.0/me/photo/$value`, { method: 'OPTIONS', headers });
  expect(response.headers.get('access-control-allow-headers')).toBe(headers['access-control-request-headers']);
  expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
});

test.each([
  ['broken JSON in a batch', '/v1.0/$batch', { method: 'POST', body: '{' }],
  ['a percent sign that encodes nothing', '/v1.0/users/%zz/photo', {}],
  ['bytes that are no UTF-8', '/v1.0/users/%ff/photo', {}],
  ['an unknown resource', '/v1.0/drive', {}],
])('%s is answered with 400', async (_name, path, init) => {
  const response = await send(path, init);
  expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'BadRequest' } }]);
});

test('broken JSON to the control interface is answered with 400', async () => {
  for (const [path, method] of [
    ['state', 'PATCH'],
    ['nested-token', 'POST'],
  ] as const) {
    expect((await fetch(`${sandbox.origin}/sandbox/${path}`, { method, body: '{' })).status).toBe(400);
  }
});
