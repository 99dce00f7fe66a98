import { selectedIds, sendersOf } from './selectedMessages';

const senders: Readonly<Record<string, string>> = {
  a: 'megan@x.example',
  b: 'diego@x.example',
  c: 'MEGAN@x.example',
};

type Callback = (result: object) => void;
const answer = (callback: Callback, value?: unknown): void => callback({ status: 'succeeded', value });
const refuse = (callback: Callback): void =>
  callback({ status: 'failed', error: { code: 1, name: 'n', message: 'm' } });

/** A host that opens one message at a time, and writes down what it opens and closes. */
function host(unload: (callback: Callback) => void = answer) {
  const done: string[] = [];
  let open: string | null = null;
  const loadItemByIdAsync = (id: string, callback: Callback): void => {
    const emailAddress = senders[id];
    if (open !== null || emailAddress === undefined) {
      refuse(callback);
      return;
    }
    open = id;
    done.push(`open ${id}`);
    const unloadAsync = (closed: Callback): void => {
      done.push(`close ${id}`);
      open = null;
      unload(closed);
    };
    answer(callback, { from: { displayName: id, emailAddress }, unloadAsync });
  };
  return { done, context: { mailbox: { loadItemByIdAsync } } as unknown as Office.Context };
}

async function all(context: Office.Context, ids: readonly string[]): Promise<readonly (readonly string[])[]> {
  const told: (readonly string[])[] = [];
  for await (const people of sendersOf(context, ids)) told.push(people.map(({ address }) => address));
  return told;
}

test('senders become known one after another, each once, and every message is closed before the next', async () => {
  const { context, done } = host();
  expect(await all(context, ['a', 'b', 'c'])).toEqual([
    ['megan@x.example'],
    ['megan@x.example', 'diego@x.example'],
    ['megan@x.example', 'diego@x.example'],
  ]);
  expect(done).toEqual(['open a', 'close a', 'open b', 'close b', 'open c', 'close c']);
});

test('a message that cannot be opened is left out', async () => {
  expect(await all(host().context, ['gone', 'b'])).toEqual([['diego@x.example']]);
});

test('who stops listening still has the message closed', async () => {
  const { context, done } = host();
  for await (const people of sendersOf(context, ['a', 'b'])) if (people.length > 0) break;
  expect(done).toEqual(['open a', 'close a']);
});

test('a message that does not close again ends the reading', async () => {
  await expect(all(host(refuse).context, ['a', 'b'])).rejects.toThrow('closing a selected message');
});

test('hosts without the methods, or without leave to call them, tell nothing', async () => {
  const bare = { mailbox: {} } as unknown as Office.Context;
  const forbids = {
    mailbox: {
      getSelectedItemsAsync: () => {
        throw new Error('Elevated permission is required');
      },
    },
  } as unknown as Office.Context;
  expect(await all(bare, ['a'])).toEqual([]);
  expect(await selectedIds(bare)).toBeNull();
  expect(await selectedIds(forbids)).toBeNull();
});
