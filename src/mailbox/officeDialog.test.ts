import { requestInDialog, sendToOpener } from './officeDialog';

type Handler = (event: unknown) => void;
type Opened = (result: unknown) => void;

/** A host with dialogs. `open`: what it does when one is requested. */
function openHost(open: (opened: Opened, dialog: object) => void) {
  const handlers = new Map<string, Handler>();
  const log: string[] = [];
  const dialog = {
    addEventHandler: (type: string, handler: Handler) => handlers.set(type, handler),
    close: () => log.push('closed'),
  };
  const ui = {
    displayDialogAsync: (_url: string, _options: object, opened: Opened) => open(opened, dialog),
    messageParent: (...all: unknown[]) => log.push(JSON.stringify(all)),
  };
  const office = {
    onReady: () => Promise.resolve({ host: 'Outlook' }),
    context: { ui },
    EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
  };
  Object.assign(globalThis, { Office: office });
  const fire = (type: string, event: unknown): void => handlers.get(type)?.(event);
  return { fire, log, dialog, ui };
}

const atOnce = (opened: Opened, value: object): void => opened({ value });
const url = 'https://addin.example/signin.html';
const { document: originalDocument } = globalThis;

/** How a request ends: its message, or the error's name and code. */
async function endOf(request: Promise<string>): Promise<string> {
  return request.catch((error: unknown) => {
    const { name, code } = error as { name: string; code?: number };
    return [name, code].join(' ').trim();
  });
}

beforeEach(() => {
  jest.useFakeTimers();
  const page = { querySelector: () => null, documentElement: { dataset: {} }, body: { firstElementChild: null } };
  Object.assign(globalThis, { document: Object.assign(new EventTarget(), page) });
});
afterEach(() => {
  jest.useRealTimers();
  Object.assign(globalThis, { document: originalDocument, Office: undefined });
});

test.each([
  ['a message', 'message', { message: 'text' }, 'text'],
  ['a message that is no text', 'message', { message: { kind: 'token' } }, 'DialogError 0'],
  ['no message', 'message', undefined, 'DialogError 0'],
  ['the person closed it', 'event', { error: 12006 }, 'DialogError 12006'],
  // Its window stays open then.
  ['the page did not load', 'event', { error: 12002 }, 'DialogError 12002'],
  ['an event of another shape', 'event', null, 'DialogError 0'],
])('%s ends the request and closes the dialog', async (_name, type, event, expected) => {
  const { fire, log } = openHost(atOnce);
  const end = endOf(requestInDialog(url));
  await jest.advanceTimersByTimeAsync(0);
  fire(type, event);
  expect(await end).toBe(expected);
  expect(log).toEqual(['closed']);
});

test.each([
  ['an error', { error: { code: 12009 } }, 'DialogError 12009'],
  ['an error without a code', { error: {} }, 'DialogError 0'],
  ['nothing', undefined, 'DialogError 0'],
  ['no dialog', { value: null }, 'DialogError 0'],
])('a host that gives %s instead of a dialog ends the request', async (_name, result, expected) => {
  openHost((opened) => opened(result));
  expect(await endOf(requestInDialog(url))).toBe(expected);
});

test('a dialog that opens after nothing waits for it is closed, so that the next can open', async () => {
  const { log } = openHost((opened, dialog) => void setTimeout(opened, 20_000, { value: dialog }));
  const end = endOf(requestInDialog(url));
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await end).toBe('DeadlineError');
  expect(log).toEqual([]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(log).toEqual(['closed']);
});

test('an abort closes the dialog, also while it opens', async () => {
  for (const opensAfter of [0, 1_000]) {
    const { log } = openHost((opened, dialog) => void setTimeout(opened, opensAfter, { value: dialog }));
    const stop = new AbortController();
    const end = endOf(requestInDialog(url, stop.signal));
    await jest.advanceTimersByTimeAsync(500);
    stop.abort();
    expect(await end).toMatch('AbortError');
    await jest.advanceTimersByTimeAsync(500);
    expect(log).toEqual(['closed']);
  }
});

test('a dialog that throws, or lacks what is called, ends the request', async () => {
  const { dialog, ui } = openHost(atOnce);
  const throwing = (): never => {
    throw new Error('Not available');
  };
  Object.assign(dialog, { close: throwing, addEventHandler: throwing });
  expect(await endOf(requestInDialog(url))).toBe('Error');
  Object.assign(ui, { displayDialogAsync: undefined });
  expect(await endOf(requestInDialog(url))).toBe('TypeError');
});

test('a message to the opener has no other target than the own origin', async () => {
  const { log } = openHost(atOnce);
  await sendToOpener('token');
  expect(log).toEqual(['["token"]']);
});
