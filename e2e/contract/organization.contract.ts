import { people } from '../support/people';
import { startService, type Service } from '../support/service';

// A large organization, read as an administrator's program reads it: in pages, then in batches.

let sandbox: Service;
let token: string;
beforeAll(async () => {
  sandbox = await startService();
  token = await sandbox.control.token(people.alex.address, 'User.ReadBasic.All');
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

interface User {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userPrincipalName: string;
}

interface Page {
  readonly value: readonly User[];
  readonly '@odata.nextLink'?: string;
}

const query = '$select=id,displayName,mail,userPrincipalName&$orderby=displayName&$top=999';

async function send(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
}

/** Follows the links from page to page. */
async function readPages(): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let url: string | undefined = `${sandbox.origin}/v1.0/users?${query}`;
  while (url !== undefined) {
    const page = (await (await send(url)).json()) as Page;
    pages.push(page);
    url = page['@odata.nextLink'];
  }
  return pages;
}

interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly width?: number; readonly error?: { readonly code: string } };
}

async function readStates(users: readonly User[]): Promise<readonly Part[]> {
  const requests = users.map(({ id }) => ({ id, method: 'GET', url: `/users/${id}/photo` }));
  const response = await send(`${sandbox.origin}/v1.0/$batch`, { method: 'POST', body: JSON.stringify({ requests }) });
  return ((await response.json()) as { responses: readonly Part[] }).responses;
}

test.each([
  [20, [20]],
  [5_000, [999, 999, 999, 999, 999, 5]],
])('an organization of %i people has pages of %j, in the order of names, each person once', async (count, sizes) => {
  await sandbox.control.patch({ organization: count });
  const pages = await readPages();
  expect(pages.map(({ value }) => value.length)).toEqual(sizes);
  for (const { '@odata.nextLink': link } of pages.slice(0, -1)) expect(link).toMatch(/[?&]%24skiptoken=[\w-]+/);
  const users = pages.flatMap(({ value }) => value);
  expect(new Set(users.map(({ id }) => id)).size).toBe(count);
  expect(new Set(users.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(count);
  const names = users.map(({ displayName }) => displayName);
  expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
});

test('50,000 people are the same ones at the next start, and are found by id and by login name', async () => {
  await sandbox.control.patch({ organization: 50_000 });
  const { value } = (await (await send(`${sandbox.origin}/v1.0/users?$top=999`)).json()) as Page;
  const other = await startService();
  const found = await fetch(`${other.origin}/v1.0/users/${value.at(-1)?.id ?? ''}`, {
    headers: { authorization: `Bearer ${await other.control.token(people.alex.address, 'User.ReadBasic.All')}` },
  });
  other.close();
  expect(await found.json()).toMatchObject({ displayName: value.at(-1)?.displayName, mail: value.at(-1)?.mail });
  for (const { userPrincipalName, id } of value.slice(-20)) {
    const one = await send(`${sandbox.origin}/v1.0/users/${encodeURIComponent(userPrincipalName)}`);
    expect(await one.json()).toMatchObject({ id });
  }
});

test('the people have photos of all sizes, none, mailboxes elsewhere and no mailboxes; an upload is kept', async () => {
  await sandbox.control.patch({ organization: 1_000 });
  const [page] = await readPages();
  const users = page?.value ?? [];
  const parts: Part[] = [];
  for (let start = 0; start < 400; start += 20) parts.push(...(await readStates(users.slice(start, start + 20))));
  const kinds = new Set(parts.map(({ body }) => body.width ?? body.error?.code));
  expect([...kinds]).toEqual(
    expect.arrayContaining([648, 504, 240, 120, 64, 'ImageNotFound', 'MailboxNotHostedInExchangeOnline']),
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['ErrorNonExistentMailbox', 'ErrorAccessDenied']));
  const [small] = parts.filter(({ body }) => body.width === 64);
  const [large] = parts.filter(({ body }) => body.width === 648);
  const writer = await sandbox.control.token(people.alex.address, 'User.ReadWrite.All');
  const photoOf = (id = ''): string => `${sandbox.origin}/v1.0/users/${id}/photo/$value`;
  const upload = await fetch(photoOf(small?.id), {
    method: 'PUT',
    body: await (await send(photoOf(large?.id))).arrayBuffer(),
    headers: { authorization: `Bearer ${writer}`, 'content-type': 'image/jpeg' },
  });
  expect(upload.ok).toBe(true);
  const [after] = await readStates(users.filter(({ id }) => id === small?.id));
  expect(after?.body.width).toBe(648);
});

test('above the limit each request and each part gets 429 by itself, until the next window', async () => {
  await sandbox.control.patch({ organization: 100, requestLimit: 31, requestLimitSeconds: 2 });
  const [page] = await readPages();
  const users = page?.value ?? [];
  const statuses = async (some: readonly User[]): Promise<readonly number[]> =>
    (await readStates(some)).map(({ status }) => status);
  expect(await statuses(users.slice(0, 20))).not.toContain(429);
  const mixed = await readStates(users.slice(20, 40));
  const throttled = mixed.filter(({ status }) => status === 429);
  expect(throttled).toHaveLength(10);
  const [{ headers } = { headers: {} as Readonly<Record<string, string>> }] = throttled;
  const seconds = Number(headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(2);
  expect((await send(`${sandbox.origin}/v1.0/users?$top=1`)).status).toBe(429);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  expect(await statuses(users.slice(40, 60))).not.toContain(429);
});
