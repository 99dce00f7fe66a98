import { ThrottledError, UnreachableError } from '../http';
import { PermissionError, ServiceError, type NoPhoto, type PhotoMetadata } from '../photos';
import { Organization } from './organization';

const root = 'https://graph.example/v1.0';
const refused = { status: 403, code: 'ErrorAccessDenied', requestId: '' };
const broken = { status: 500, code: 'Broken', requestId: '' };

type Answer = PhotoMetadata | NoPhoto | Error;

const photo = (pixels: number): PhotoMetadata => ({
  id: `${pixels}x${pixels}`,
  width: pixels,
  height: pixels,
  contentType: 'image/jpeg',
  eTag: null,
});

/** An organization of so many people, in pages of 50. States that are requested in one task are one batch, up to 20. */
function organizationOf(count: number, answerTo: (number: number, time: number) => Answer = () => photo(648)) {
  const batches: number[][] = [];
  let inFlight = 0;
  const seen = { most: 0, pages: 0, pausesEnded: 0 };
  const service = {
    async getMetadata(owner: 'me' | { address: string }): Promise<PhotoMetadata | NoPhoto> {
      const number = Number((owner as { address: string }).address);
      let batch = batches.at(-1);
      if (!batch || isOver || batch.length === 20) {
        batch = [];
        batches.push(batch);
        seen.most = Math.max(seen.most, ++inFlight);
        setTimeout(() => inFlight--, 10);
      }
      isOver = false;
      batch.push(number);
      const time = batches.flat().filter((one) => one === number).length;
      await Promise.resolve();
      isOver = true;
      await new Promise((resolve) => setTimeout(resolve, 10));
      const answer = answerTo(number, time);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    endPauses(): void {
      seen.pausesEnded++;
    },
  };
  let isOver = false;
  const read = (url: string): Promise<Readonly<Record<string, unknown>>> => {
    const start = Number(/from=(\d+)/.exec(url)?.[1] ?? 0);
    seen.pages++;
    const numbers = Array.from({ length: Math.min(50, count - start) }, (_none, index) => start + index);
    const value = numbers.map((number) => ({ id: String(number), displayName: `Person ${number}`, mail: null }));
    const next = start + 50 < count ? { '@odata.nextLink': `${root}/users?from=${start + 50}` } : {};
    return Promise.resolve({ value, ...next });
  };
  return { options: { service, read, serviceUrl: root, groups: false }, batches, seen };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(5_000);

test.each([
  [0, 0],
  [1, 1],
  [20, 1],
  [170, 9],
])('%i people are read in %i batches of at most 20, never more than 3 at once', async (count, expected) => {
  const { options, batches, seen } = organizationOf(count);
  const { overview } = new Organization(options);
  await settle();
  expect(overview.value).toMatchObject({ read: count, isListed: true, problem: null });
  expect(batches).toHaveLength(expected);
  expect(Math.max(0, ...batches.map(({ length }) => length))).toBeLessThanOrEqual(20);
  expect(seen.most).toBeLessThanOrEqual(3);
  expect(batches.flat().sort((one, other) => one - other)).toEqual(
    Array.from({ length: count }, (_none, index) => index),
  );
});

test('those on the screen are read first', async () => {
  const { options, batches } = organizationOf(300);
  const organization = new Organization(options);
  await jest.advanceTimersByTimeAsync(5);
  const before = batches.length;
  organization.readFirst([290, 291, 292]);
  await settle();
  expect(batches[before]?.slice(0, 3)).toEqual([290, 291, 292]);
  expect(organization.overview.value.read).toBe(300);
});

test('each answer is a state; the failure of one person stays with that person', async () => {
  const answers: readonly Answer[] = [
    photo(648),
    photo(240),
    { ...photo(648), height: 239 },
    { kind: 'none', reason: 'notSet' },
    { kind: 'none', reason: 'onPremises' },
    { kind: 'none', reason: 'noMailbox' },
    { kind: 'none', reason: 'notInDirectory' },
    new PermissionError(refused),
    new ServiceError(broken),
  ];
  const { options } = organizationOf(answers.length, (number) => answers[number] ?? new Error('none'));
  const { overview } = new Organization(options);
  await settle();
  expect(overview.value.states).toEqual([
    { kind: 'photo', width: 648, height: 648 },
    { kind: 'photo', width: 240, height: 240 },
    { kind: 'blurred', width: 648, height: 239 },
    { kind: 'none' },
    { kind: 'onPremises' },
    { kind: 'noMailbox' },
    { kind: 'notReadable', isRefused: false },
    { kind: 'notReadable', isRefused: true },
    { kind: 'notReadable', isRefused: false },
  ]);
  expect(overview.value.problem).toBeNull();
});

test('a throttled person comes again, after the pause that the service asks for', async () => {
  const start = Date.now();
  const { options, batches } = organizationOf(40, (number, time) =>
    number === 7 && time === 1 ? new ThrottledError(start + 30_000) : photo(648),
  );
  const { overview } = new Organization(options);
  await jest.advanceTimersByTimeAsync(29_000);
  expect(overview.value).toMatchObject({ read: 39, pausedUntil: start + 30_000, problem: null });
  await jest.advanceTimersByTimeAsync(2_000);
  expect(overview.value).toMatchObject({ read: 40, pausedUntil: null });
  expect(batches.at(-1)).toEqual([7]);
});

test('a lost connection stops reading, and a click goes on where it stopped', async () => {
  let isOffline = true;
  const { options, batches, seen } = organizationOf(200, (number) =>
    isOffline && number >= 60 ? new UnreachableError('offline') : photo(648),
  );
  const organization = new Organization(options);
  await settle();
  expect(organization.overview.value.problem?.error).toBeInstanceOf(UnreachableError);
  const before = batches.length;
  expect(before).toBeLessThan(8);
  await settle();
  expect(batches).toHaveLength(before);
  isOffline = false;
  organization.retry();
  await settle();
  expect(organization.overview.value).toMatchObject({ read: 200, problem: null });
  expect(seen.pausesEnded).toBe(1);
});

test('an account that may read no photo at all is refused once, not two hundred times', async () => {
  const { options, batches } = organizationOf(200, () => new PermissionError(refused));
  const { overview } = new Organization(options);
  await settle();
  expect(overview.value).toMatchObject({ read: 0 });
  expect(overview.value.problem?.error).toBeInstanceOf(PermissionError);
  expect(batches.length).toBeLessThanOrEqual(3);
});

test.each([
  ['no list', { value: 'x' }, 'UserListError'],
  ['a link to another place', { value: [], '@odata.nextLink': 'https://evil.example/users' }, 'UserListError'],
])('%s ends the listing before a photo is requested', async (_name, json, name) => {
  const { options, batches } = organizationOf(20);
  const { overview } = new Organization({ ...options, read: () => Promise.resolve(json) });
  await settle();
  expect(overview.value.problem?.error).toMatchObject({ name });
  expect(batches).toEqual([]);
});

test.each([new PermissionError(refused), new ServiceError({ ...broken, status: 400 })])(
  'a directory that refuses properties is asked for the basic ones: %s',
  async (error) => {
    const { options } = organizationOf(3);
    const asked: string[] = [];
    const read: typeof options.read = (url) => {
      asked.push(url);
      return url.includes('employeeId') ? Promise.reject(error) : options.read(url);
    };
    const { overview } = new Organization({ ...options, read });
    await settle();
    expect(asked).toHaveLength(2);
    expect(overview.value).toMatchObject({ read: 3, isListed: true, problem: null });
  },
);

test('a list that is refused as a whole is not asked for again and again', async () => {
  const { options } = organizationOf(3);
  let asked = 0;
  const read: typeof options.read = () => {
    asked++;
    return Promise.reject(new PermissionError(refused));
  };
  const { overview } = new Organization({ ...options, read });
  await settle();
  expect(asked).toBe(2);
  expect(overview.value.problem?.error).toBeInstanceOf(PermissionError);
});

test('a person who comes on two pages is listed once', async () => {
  const { options } = organizationOf(0);
  const pages = [
    { value: [{ id: 'a' }, { id: 'b' }, null, { id: 7 }], '@odata.nextLink': `${root}/users?from=2` },
    { value: [{ id: 'b' }, { id: 'c' }] },
  ];
  const { overview } = new Organization({ ...options, read: () => Promise.resolve(pages.shift() ?? {}) });
  await settle();
  expect(overview.value.people.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('people who may have changed are read again, and no others', async () => {
  const { options, batches } = organizationOf(50, (_number, time) => photo(time === 1 ? 48 : 648));
  const organization = new Organization(options);
  await settle();
  expect(batches).toHaveLength(3);
  organization.readAgain(new Set(['7', '31', 'removed since']));
  expect(organization.overview.value).toMatchObject({ read: 48, isListed: true });
  expect(organization.overview.value.states[7]).toBeUndefined();
  await settle();
  expect(batches.slice(3)).toEqual([[7, 31]]);
  const { states, read } = organization.overview.value;
  expect(read).toBe(50);
  expect([7, 31, 8].map((entry) => states[entry]?.kind)).toEqual(['photo', 'photo', 'blurred']);
});

test('closed, it requests nothing more', async () => {
  const { options, batches } = organizationOf(200);
  const organization = new Organization(options);
  await jest.advanceTimersByTimeAsync(5);
  organization.close();
  const before = batches.length;
  await settle();
  expect(batches).toHaveLength(before);
});
