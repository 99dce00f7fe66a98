import { observable } from '../../base';
import { PermissionError, ServiceError, UnexpectedAnswerError } from '../api/errors';
import type { DirectoryEntry, ListOptions, Me, PeopleDirectory } from '../api/person';
import { policy } from '../policy';
import { PeopleSearch } from './peopleSearch';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

interface Request {
  readonly query: string;
  readonly options: ListOptions;
  answer(...names: readonly string[]): Promise<void>;
  fail(error: Error): Promise<void>;
}

const summary = (status: number) => ({ status, code: '', requestId: '' });

function entryOf(name: string): DirectoryEntry {
  const login = `${name.toLowerCase()}@contoso.com`;
  return { kind: 'colleague', id: name, name, login, addresses: [login], isPrimary: true };
}

const me = (objectId: string): Me => ({ objectId, name: '', address: '', addresses: [], isComplete: true });

/** A search over a directory that answers when the test says so, and ignores that a request was aborted. */
function open(account = observable<Me | null>(me('me'))) {
  const requests: Request[] = [];
  const directory: PeopleDirectory = {
    listUsers: (query, options) =>
      new Promise((resolve, reject) => {
        const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
        requests.push({
          query: decodeURIComponent(query),
          options,
          answer: (...names) => (resolve(names.map(entryOf)), settled()),
          fail: (error) => (reject(error), settled()),
        });
      }),
  };
  const search = new PeopleSearch(directory, account);
  const last = (): Request => {
    const request = requests.at(-1);
    if (!request) throw new Error('Nothing was requested');
    return request;
  };
  return { search, requests, last, namesShown: () => namesIn(search) };
}

function namesIn({ suggestions: { value } }: PeopleSearch): readonly string[] | string {
  return value.kind === 'found' ? value.people.map(({ name }) => name) : value.kind;
}

const pause = (): Promise<void> => jest.advanceTimersByTimeAsync(policy.searchDebounce);

test('letters typed without a pause are one request', async () => {
  const { search, requests } = open();
  for (const text of ['m', 'me', 'meg']) {
    search.search(text);
    await jest.advanceTimersByTimeAsync(policy.searchDebounce / 2);
  }
  await pause();
  expect(requests).toHaveLength(1);
  expect(requests[0]?.query).toContain('"displayName:meg"');
  expect(requests[0]?.options.headers).toEqual({ ConsistencyLevel: 'eventual' });
});

test('an answer to an earlier text never replaces one to a later', async () => {
  const { search, requests, namesShown } = open();
  search.search('meg');
  await pause();
  search.search('lyn');
  expect(requests[0]?.options.signal?.aborted).toBe(true);
  await pause();
  await requests[1]?.answer('Lynne');
  await requests[0]?.answer('Megan');
  expect(namesShown()).toEqual(['Lynne']);
});

test('nor a failure of it, nor an answer after the end', async () => {
  const { search, requests, namesShown } = open();
  search.search('meg');
  await pause();
  search.search('lyn');
  await pause();
  await requests[1]?.answer('Lynne');
  await requests[0]?.fail(new ServiceError(summary(503)));
  expect(namesShown()).toEqual(['Lynne']);
  search.search('bo');
  await pause();
  search.stop();
  await requests[2]?.answer('Bo');
  expect(namesShown()).toBe('nothing');
});

test('an answer counts for a minute', async () => {
  const { search, requests, last, namesShown } = open();
  search.search('meg');
  await pause();
  await last().answer('Megan');
  search.search('mega');
  search.search('  MEG ');
  expect(namesShown()).toEqual(['Megan']);
  expect(requests).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(policy.searchFreshFor);
  search.search('meg');
  await pause();
  expect(requests).toHaveLength(2);
});

test.each([
  ['', false],
  ['m', false],
  [' m ', false],
  ['me', true],
  ['李', true],
  ['\ud800', false],
])('"%s" is searched: %s', async (text, isSearched) => {
  const { search, requests } = open();
  search.search(text);
  await pause();
  expect(requests).toHaveLength(isSearched ? 1 : 0);
});

test.each([400, 403])('where a search is refused with %s, filters are used from then on', async (status) => {
  const { search, requests, last, namesShown } = open();
  search.search('meg');
  await pause();
  await last().fail(status === 403 ? new PermissionError(summary(403)) : new ServiceError(summary(400)));
  expect(last().query).toContain("startswith(displayName,'meg')");
  expect(last().options.headers).toBeUndefined();
  await last().answer('Megan');
  expect(namesShown()).toEqual(['Megan']);
  search.search('lyn');
  await pause();
  expect(last().query).toContain("startswith(displayName,'lyn')");
  expect(requests).toHaveLength(3);
});

test('where filters are refused too, nothing is requested for an hour', async () => {
  const { search, requests, last, namesShown } = open();
  search.search('meg');
  await pause();
  await last().fail(new PermissionError(summary(403)));
  await last().fail(new PermissionError(summary(403)));
  expect(namesShown()).toBe('refused');
  search.search('lyn');
  await pause();
  expect(namesShown()).toBe('refused');
  expect(requests).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(policy.searchRefusedFor);
  search.search('lyn');
  await pause();
  expect(last().query).toContain('"displayName:lyn"');
});

test('another failure is shown, and the search is tried again in the same way', async () => {
  const { search, last, namesShown } = open();
  search.search('meg');
  await pause();
  await last().fail(new UnexpectedAnswerError(summary(200), null));
  expect(namesShown()).toBe('failed');
  search.retry();
  await pause();
  expect(last().query).toContain('"displayName:meg"');
  await last().answer('Megan');
  expect(namesShown()).toEqual(['Megan']);
});

test('another account starts without any answer', async () => {
  const account = observable<Me | null>(me('me'));
  const { search, requests, last, namesShown } = open(account);
  search.search('meg');
  await pause();
  await last().answer('Megan');
  account.set(me('other'));
  expect(namesShown()).toBe('nothing');
  search.search('meg');
  expect(namesShown()).toBe('searching');
  await pause();
  expect(requests).toHaveLength(2);
});

test('settled waits for the answer to the current text alone', async () => {
  const { search, last } = open();
  search.search('meg');
  const before = search.settled();
  search.search('lyn');
  const after = search.settled();
  await pause();
  await last().answer('Lynne');
  expect(await before).toBeNull();
  expect(await after).toMatchObject({ kind: 'found', people: [{ name: 'Lynne' }] });
});

test('without a directory, names cannot be searched', () => {
  const search = new PeopleSearch(null, observable<Me | null>(null));
  expect(namesIn(search)).toBe('unavailable');
  search.search('meg');
  expect(namesIn(search)).toBe('unavailable');
});

test('while the next answer is awaited, only people whom the new text may mean can be chosen', async () => {
  const { search, last } = open();
  search.search('me');
  await pause();
  await last().answer('Megan', 'Meret');
  search.search('meg');
  expect(search.suggestions.value).toMatchObject({ kind: 'searching', people: [{ name: 'Megan' }] });
  search.search('lynne');
  expect(search.suggestions.value).toMatchObject({ kind: 'searching', people: [] });
});

test('a login name leads to the photo of a suggestion', async () => {
  const { search, last } = open();
  search.search('tom');
  await pause();
  await last().answer('Tom', 'Uma');
  expect(search.suggestions.value).toMatchObject({
    people: [{ photoOwner: { address: 'tom@contoso.com' } }, { photoOwner: { address: 'uma@contoso.com' } }],
  });
});
