import { readSelectedMessages, readSenders } from './selectedMessages';

const senders: Readonly<Record<string, string>> = {
  a: 'megan@x.example',
  b: 'diego@x.example',
  c: 'MEGAN@x.example',
};

type Callback = (result: object) => void;
const succeed = (callback: Callback, value?: unknown): void => callback({ status: 'succeeded', value });
const fail = (callback: Callback): void => callback({ status: 'failed', error: { code: 1, name: 'n', message: 'm' } });

/** A host that loads one message at a time; `log` is what it has opened and closed. */
function host(unload: (callback: Callback) => void = succeed) {
  const log: string[] = [];
  let open: string | null = null;
  const loadItemByIdAsync = (id: string, callback: Callback): void => {
    const emailAddress = senders[id];
    if (open !== null || emailAddress === undefined) {
      fail(callback);
      return;
    }
    open = id;
    log.push(`open ${id}`);
    const unloadAsync = (closed: Callback): void => {
      log.push(`close ${id}`);
      open = null;
      unload(closed);
    };
    succeed(callback, { from: { displayName: id, emailAddress }, unloadAsync });
  };
  return { log, mailbox: { loadItemByIdAsync } as unknown as Office.Mailbox };
}

async function readAll(
  mailbox: Office.Mailbox | undefined,
  ids: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const lists: (readonly string[])[] = [];
  for await (const people of readSenders(mailbox, ids)) lists.push(people.map(({ address }) => address));
  return lists;
}

test('senders are yielded one after another, each once, and every message is closed before the next', async () => {
  const { mailbox, log } = host();
  expect(await readAll(mailbox, ['a', 'b', 'c'])).toEqual([
    ['megan@x.example'],
    ['megan@x.example', 'diego@x.example'],
    ['megan@x.example', 'diego@x.example'],
  ]);
  expect(log).toEqual(['open a', 'close a', 'open b', 'close b', 'open c', 'close c']);
});

test('a message that cannot be opened is skipped', async () => {
  expect(await readAll(host().mailbox, ['gone', 'b'])).toEqual([['diego@x.example']]);
});

test('the message is closed when the caller stops', async () => {
  const { mailbox, log } = host();
  for await (const people of readSenders(mailbox, ['a', 'b'])) if (people.length > 0) break;
  expect(log).toEqual(['open a', 'close a']);
});

test('a message that cannot be closed rejects', async () => {
  await expect(readAll(host(fail).mailbox, ['a', 'b'])).rejects.toThrow('closing a selected message');
});

/** A mailbox whose method passes a value to its callback. */
const giving = (value: unknown): Office.Mailbox =>
  ({ getSelectedItemsAsync: (callback: Callback) => succeed(callback, value) }) as unknown as Office.Mailbox;

test('hosts without the methods, or without the permission for them, give nothing', async () => {
  const bare = {} as unknown as Office.Mailbox;
  const forbids = {
    getSelectedItemsAsync: () => {
      throw new Error('Elevated permission is required');
    },
  } as unknown as Office.Mailbox;
  for (const mailbox of [bare, undefined]) {
    expect(await readAll(mailbox, ['a'])).toEqual([]);
    expect(await readSelectedMessages(mailbox)).toBeNull();
  }
  expect(await readSelectedMessages(forbids)).toBeNull();
});

test('a selected draft is known by its mode, under the name of either host', async () => {
  const items = [{ itemId: 'a', itemMode: 'Compose' }, { itemId: 'b', commandSurface: 'compose' }, { itemId: 'c' }];
  expect(await readSelectedMessages(giving(items))).toEqual([
    { id: 'a', isDraft: true },
    { id: 'b', isDraft: true },
    { id: 'c', isDraft: false },
  ]);
});

test('a selected message of another shape is counted, and costs the others nothing', async () => {
  const items = [{ itemId: 'a' }, null, { itemId: 7, itemMode: {} }, 'text'];
  const counted = { id: '', isDraft: false };
  expect(await readSelectedMessages(giving(items))).toEqual([{ id: 'a', isDraft: false }, counted, counted, counted]);
  expect(await readSelectedMessages(giving('text'))).toBeNull();
});

test('a message that opens after its turn is closed, so that the next can open', async () => {
  jest.useFakeTimers();
  const { mailbox, log } = host();
  const load = mailbox.loadItemByIdAsync.bind(mailbox);
  const lateness = 6_000;
  const loadLater = (id: string, callback: Callback): void =>
    void setTimeout(load, id === 'a' ? lateness : 0, id, callback);
  Object.assign(mailbox, { loadItemByIdAsync: loadLater });
  const all = readAll(mailbox, ['a']);
  await jest.advanceTimersByTimeAsync(lateness);
  expect(await all).toEqual([]);
  expect(log).toEqual(['open a', 'close a']);
  const next = readAll(mailbox, ['b']);
  await jest.advanceTimersByTimeAsync(0);
  expect(await next).toEqual([['diego@x.example']]);
  jest.useRealTimers();
});
