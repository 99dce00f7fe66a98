import { followSelection } from './followSelection';

type Callback = (result: { status: string; value?: unknown; error?: object }) => void;

const message = (itemId: string): object => ({
  itemType: 'message',
  itemClass: 'IPM.Note',
  subject: 'Hi',
  itemId,
  from: { emailAddress: itemId, displayName: '' },
});

type Listener = (type: string, fire: (type: string) => void) => void;

/** A page with one pane, and a host whose state the tests change. */
function openHost(item: object | null, ids: readonly string[] | null, onFirstHandler: Listener = () => undefined) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  Object.assign(globalThis, { document: page, addEventListener: page.addEventListener.bind(page) });
  const handlers = new Map<string, () => void>();
  const fire = (type: string): void => handlers.get(type)?.();
  const mailbox = {
    item,
    ids,
    addHandlerAsync: (type: string, handler: () => void, done: () => void) => {
      handlers.set(type, handler);
      if (handlers.size === 1) onFirstHandler(type, fire);
      done();
    },
    getSelectedItemsAsync: (callback: Callback) => {
      if (mailbox.ids === null) throw new Error('Elevated permission is required');
      callback({ status: 'succeeded', value: mailbox.ids.map((itemId) => ({ itemId, itemMode: 'Read' })) });
    },
  };
  const EventType = { ItemChanged: 'item', SelectedItemsChanged: 'selected', RecipientsChanged: 'recipients' };
  const { selection } = followSelection({ context: { mailbox }, EventType } as unknown as typeof Office);
  return { page, mailbox, selection, fire };
}

/** A draft without recipients; `reads` counts the requests for them. */
function emptyDraft() {
  const draft = {
    itemType: 'message',
    subject: {},
    reads: 0,
    addHandlerAsync: () => undefined,
    to: {
      getAsync: (callback: Callback) => {
        draft.reads++;
        callback({ status: 'succeeded', value: [] });
      },
    },
  };
  return draft;
}

const { document: originalDocument, addEventListener } = globalThis;

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Object.assign(globalThis, { document: originalDocument, addEventListener });
});

const kindAfter = async (milliseconds: number, host: ReturnType<typeof openHost>): Promise<string> => {
  await jest.advanceTimersByTimeAsync(milliseconds);
  return host.selection.value.kind;
};

test('without an item and without ids it is not known what is selected', async () => {
  expect(await kindAfter(0, openHost(null, null))).toBe('unknown');
  expect(await kindAfter(0, openHost(null, []))).toBe('nothing');
  expect(await kindAfter(0, openHost(null, ['a', 'b']))).toBe('several');
});

test('a reported change without another item within 500 ms is not followed', async () => {
  const host = openHost(message('a'), null);
  await kindAfter(1_000, host);
  host.fire('selected');
  expect(await kindAfter(499, host)).toBe('message');
  expect(await kindAfter(1, host)).toBe('notFollowed');
  host.mailbox.item = message('b');
  expect(await kindAfter(1_500, host)).toBe('message');
});

test.each([
  ['before', ['item', 'selected']],
  ['after', ['selected', 'item']],
] as const)('a change that is reported with the item %s it is followed', async (_order, events) => {
  const host = openHost(message('a'), null);
  await kindAfter(1_000, host);
  for (const type of events) {
    if (type === 'item') host.mailbox.item = message('b');
    host.fire(type);
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(await kindAfter(3_000, host)).toBe('message');
});

test('a change between the registrations of the two events is followed', async () => {
  const host = openHost(message('a'), null, (type, fire) => {
    // Without a handler for ItemChanged the host does not send the new item.
    if (type === 'item') queueMicrotask(() => (host.mailbox.item = message('b')));
    queueMicrotask(() => ['item', 'selected'].slice(0, type === 'item' ? 1 : 2).forEach(fire));
  });
  expect(await kindAfter(3_000, host)).toBe('message');
  expect(host.selection.value).toMatchObject({ from: { address: 'b' } });
});

test('other ids without an event are not followed; the same ids again are', async () => {
  const host = openHost(message('a'), ['a']);
  await kindAfter(0, host);
  host.mailbox.ids = ['encrypted'];
  expect(await kindAfter(2_500, host)).toBe('notFollowed');
  host.mailbox.ids = null;
  expect(await kindAfter(2_500, host)).toBe('notFollowed');
  host.mailbox.ids = ['a'];
  expect(await kindAfter(2_500, host)).toBe('message');
});

test('ids that are refused for a moment do not change what is shown', async () => {
  const host = openHost(null, ['a', 'b']);
  await kindAfter(0, host);
  host.mailbox.ids = null;
  expect(await kindAfter(2_500, host)).toBe('several');
});

test('a draft is read every 4 s while the pane is visible, and on focus', async () => {
  const draft = emptyDraft();
  const { page } = openHost(draft, null);
  await jest.advanceTimersByTimeAsync(8_000);
  expect(draft.reads).toBe(3);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('focus'));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(draft.reads).toBe(3);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await jest.advanceTimersByTimeAsync(0);
  expect(draft.reads).toBe(4);
});
