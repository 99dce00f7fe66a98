import { audiences } from './audiences';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';

const mine = { graph: '/v1.0/me/photo', outlook: '/api/v2.0/me/photo' };
const others = {
  graph: '/v1.0/users/megan%40contoso.com/photo',
  outlook: "/api/v2.0/Users('megan%40contoso.com')/photo",
};

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());

async function statusOf(path: string, scope: string, audience: string): Promise<number> {
  const token = await sandbox.control.token(people.adele.address, scope, audience);
  return (await fetch(sandbox.origin + path, { headers: { authorization: `Bearer ${token}` } })).status;
}

// The tables of scopes in both dialects: what each permission alone allows.
test.each([
  ['graph', 'User.Read', 200, 200, 403, 403],
  ['graph', 'User.ReadWrite', 200, 200, 403, 403],
  ['graph', 'User.ReadBasic.All', 200, 200, 200, 200],
  ['graph', 'User.Read.All', 200, 200, 200, 200],
  ['graph', 'Mail.Read', 403, 403, 403, 403],
  ['outlook', 'user.read', 200, 200, 403, 403],
  ['outlook', 'user.readwrite', 403, 200, 403, 403],
  ['outlook', 'user.readbasic.all', 200, 200, 200, 200],
  ['outlook', 'user.readwrite.all', 200, 200, 200, 200],
] as const)('%s: %s alone', async (dialect, scope, ...expected) => {
  const paths = [mine[dialect], others[dialect]].flatMap((path) => [path, `${path}/$value`]);
  const statuses = await Promise.all(paths.map((path) => statusOf(path, scope, audiences[dialect])));
  expect(statuses).toEqual(expected);
});

test('a token for the other service, a forged one and none are refused', async () => {
  const token = await sandbox.control.token(people.adele.address, 'User.Read', audiences.outlook);
  const [head = '', body = ''] = token.split('.');
  for (const authorization of [`Bearer ${token}`, `Bearer ${head}.${body}.AAAA`, '']) {
    const answer = await fetch(sandbox.origin + mine.graph, { headers: { authorization } });
    expect(answer.status).toBe(401);
  }
});

test('path names are read in any case; a batch of 21 is refused', async () => {
  const upper = "/API/V2.0/USERS('megan%40contoso.com')/PHOTO/$VALUE";
  expect(await statusOf(upper, 'user.readbasic.all', audiences.outlook)).toBe(200);
  const token = await sandbox.control.token(people.adele.address, 'User.Read', audiences.graph);
  const requests = Array.from({ length: 21 }, (_none, id) => ({ id: String(id), method: 'GET', url: '/me/photo' }));
  const answer = await fetch(`${sandbox.origin}/v1.0/$batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  });
  expect(answer.status).toBe(400);
});
