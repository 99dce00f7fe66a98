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
  return { log, context: { mailbox: { loadItemByIdAsync } } as unknown as Office.Context };
}

async function readAll(context: Office.Context, ids: readonly string[]): Promise<readonly (readonly string[])[]> {
  const lists: (readonly string[])[] = [];
  for await (const people of readSenders(context, ids)) lists.push(people.map(({ address }) => address));
  return lists;
}

test('senders are yielded one after another, each once, and every message is closed before the next', async () => {
  const { context, log } = host();
  expect(await readAll(context, ['a', 'b', 'c'])).toEqual([
    ['megan@x.example'],
    ['megan@x.example', 'diego@x.example'],
    ['megan@x.example', 'diego@x.example'],
  ]);
  expect(log).toEqual(['open a', 'close a', 'open b', 'close b', 'open c', 'close c']);
});

test('a message that cannot be opened is skipped', async () => {
  expect(await readAll(host().context, ['gone', 'b'])).toEqual([['diego@x.example']]);
});

test('the message is closed when the caller stops', async () => {
  const { context, log } = host();
  for await (const people of readSenders(context, ['a', 'b'])) if (people.length > 0) break;
  expect(log).toEqual(['open a', 'close a']);
});

test('a message that cannot be closed rejects', async () => {
  await expect(readAll(host(fail).context, ['a', 'b'])).rejects.toThrow('closing a selected message');
});

test('hosts without the methods, or without the permission for them, give nothing', async () => {
  const bare = { mailbox: {} } as unknown as Office.Context;
  const forbids = {
    mailbox: {
      getSelectedItemsAsync: () => {
        throw new Error('Elevated permission is required');
      },
    },
  } as unknown as Office.Context;
  expect(await readAll(bare, ['a'])).toEqual([]);
  expect(await readSelectedMessages(bare)).toBeNull();
  expect(await readSelectedMessages(forbids)).toBeNull();
});

test('a selected draft is known by its mode, under the name of either host', async () => {
  const items = [{ itemId: 'a', itemMode: 'Compose' }, { itemId: 'b', commandSurface: 'compose' }, { itemId: 'c' }];
  const context = {
    mailbox: { getSelectedItemsAsync: (callback: Callback) => succeed(callback, items) },
  } as unknown as Office.Context;
  expect(await readSelectedMessages(context)).toEqual([
    { id: 'a', isDraft: true },
    { id: 'b', isDraft: true },
    { id: 'c', isDraft: false },
  ]);
});
