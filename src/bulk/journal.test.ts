import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { jpeg, people } from './bulkService.fixture';
import { openJournal, type Journal } from './journal';
import type { NewLine } from './runLine';
import { undoLines } from './undo';

const [person] = people(1);
const lines: readonly NewLine[] = person ? [{ person, file: 'a.jpg', photo: jpeg('a') }] : [];
let journal: Journal;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  journal = await openJournal();
});

afterEach(() => jest.restoreAllMocks());

test('runs are listed for their account only, the latest first, for 30 days', async () => {
  const day = 24 * 3_600_000;
  const now = jest.spyOn(Date, 'now');
  for (const [days, account] of [
    [1, 'a'],
    [3, 'a'],
    [2, 'b'],
  ] as const) {
    now.mockReturnValue(days * day);
    await journal.create({ account, kind: 'save' }, lines);
  }
  const days = async (account: string) => (await journal.list(account)).map(({ createdAt }) => createdAt / day);
  expect(await days('a')).toEqual([3, 1]);
  now.mockReturnValue(32.5 * day);
  journal = await openJournal();
  expect(await days('a')).toEqual([3]);
  expect(await days('b')).toEqual([]);
});

test('a line of a group stays one, also when it is undone', async () => {
  const group = lines.map((line) => ({ ...line, person: { ...line.person, kind: 'group' as const } }));
  const { id } = await journal.create({ account: 'a', kind: 'save' }, [...group, ...lines]);
  const [ofGroup, ofPerson] = await journal.lines(id);
  expect(ofGroup?.person.kind).toBe('group');
  expect(ofPerson?.person.kind).toBeUndefined();
  if (!ofGroup) throw new Error('No line');
  const sent = await journal.markSent(ofGroup, { kind: 'none' }, null);
  await journal.setState(sent, { kind: 'proven', eTag: '"1"', by: 'save' });
  const undone: NewLine[] = [];
  for await (const line of undoLines(journal, id)) undone.push(line);
  expect(undone).toMatchObject([{ person: { kind: 'group' }, photo: null, replaces: '"1"' }]);
});

test('a removed run leaves neither lines nor pictures', async () => {
  const one = await journal.create({ account: 'a', kind: 'save' }, lines);
  const other = await journal.create({ account: 'a', kind: 'save' }, lines);
  await journal.remove(one.id);
  expect(await journal.lines(one.id)).toEqual([]);
  expect(await journal.picture(one.id, 0, 'new')).toBeNull();
  expect(await (await journal.picture(other.id, 0, 'new'))?.text()).toContain('a');
});

test('a run that could not be written whole is not kept', async () => {
  const failure = new Error('not readable');
  async function* broken(): AsyncGenerator<NewLine> {
    yield* lines;
    throw await Promise.resolve(failure);
  }
  await expect(journal.create({ account: 'a', kind: 'save' }, broken())).rejects.toBe(failure);
  expect(await journal.list('a')).toEqual([]);
});

test('a run without room for its photos is not kept, and named', async () => {
  const original = Reflect.get(IDBObjectStore.prototype, 'put') as (...values: unknown[]) => IDBRequest<IDBValidKey>;
  jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...values) {
    if (this.name === 'pictures') throw new DOMException('full', 'QuotaExceededError');
    return Reflect.apply(original, this, values);
  });
  await expect(journal.create({ account: 'a', kind: 'save' }, lines)).rejects.toMatchObject({
    name: 'JournalFullError',
  });
  expect(await journal.list('a')).toEqual([]);
});
