import type { Mailbox } from './mailbox';
import { openMailbox } from './openMailbox';
import { carried, type Fact } from './carriedFacts.fixture';
import { recorded, type Fault } from './recordedHost.fixture';

// Takes every property of Office.js that the pane reads away, one at a time, and gives it other shapes: each costs only what
// it carries. A property that is read and not listed here fails the first test.

type Callback = (result: object) => void;
const succeed = (callback: Callback, value?: unknown): void => callback({ status: 'succeeded', value });
const person = (emailAddress: string, displayName = emailAddress): object => ({
  emailAddress,
  displayName,
  recipientType: 'user',
});
const field = (value: unknown): object => ({ getAsync: (callback: Callback) => succeed(callback, value) });

const message = (from: string): object => ({
  itemType: 'message',
  itemClass: 'IPM.Note',
  subject: 'Hi',
  itemId: from,
  conversationId: `conversation of ${from}`,
  from: person(from),
  sender: person('delegate@x.example'),
  to: [person('to@x.example'), person('other@x.example')],
  cc: [person('cc@x.example')],
  bcc: [],
});

/** What is selected at first, and what is selected next. */
const scenes: Readonly<Record<string, readonly [first: object | readonly string[], next: object]>> = {
  message: [message('megan@x.example'), message('diego@x.example')],
  several: [['megan@x.example', 'lynne@x.example'], message('diego@x.example')],
  draft: [
    {
      itemType: 'message',
      subject: field('Hi'),
      conversationId: '',
      addHandlerAsync: () => undefined,
      from: field(person('me@x.example')),
      to: field([person('to@x.example'), person('other@x.example')]),
      cc: field([person('cc@x.example')]),
      bcc: field([person('bcc@x.example')]),
    },
    message('diego@x.example'),
  ],
  appointment: [
    {
      itemType: 'appointment',
      itemClass: 'IPM.Appointment',
      subject: 'Weekly',
      itemId: 'weekly',
      conversationId: '',
      organizer: person('megan@x.example'),
      requiredAttendees: [person('to@x.example')],
      optionalAttendees: [person('cc@x.example')],
    },
    message('diego@x.example'),
  ],
};

type Facts = Partial<Record<Fact, unknown>>;

function factsOf({ me, language, isPhone, brightness, selection }: Mailbox): Facts {
  const { value } = selection;
  return {
    start: true,
    me: me.value?.address,
    meName: me.value?.name,
    ids: [me.value?.tenantId, me.value?.objectId],
    language,
    phone: isPhone,
    theme: brightness.value,
    kind: value.kind,
    owner:
      'organizer' in value ? value.organizer : 'from' in value ? value.from : value.kind === 'several' && value.senders,
    sender: 'sender' in value && value.sender,
    recipients: 'recipients' in value && value.recipients,
  };
}

/** A page with one pane. */
function openPage(): void {
  const page = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    querySelector: () => null,
    documentElement: { dataset: {} },
  });
  Object.assign(globalThis, { document: page, addEventListener: page.addEventListener.bind(page) });
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { language: 'en-US' } });
}

/** Opens the pane in a host, selects something else and changes the theme. */
async function run(scene: string, report: (path: string) => void, fault: Fault | null): Promise<Facts> {
  openPage();
  const [first, next] = scenes[scene] ?? [];
  const handlers = new Map<string, (event: unknown) => void>();
  const add = (type: string, handler: (event: unknown) => void, done: Callback): void => {
    handlers.set(type, handler);
    succeed(done);
  };
  let ids = Array.isArray(first) ? (first as readonly string[]) : null;
  const mailbox = {
    item: ids ? null : first,
    userProfile: { emailAddress: 'me@x.example', displayName: 'Me' },
    addHandlerAsync: add,
    getSelectedItemsAsync: (callback: Callback) => {
      if (ids)
        succeed(
          callback,
          ids.map((itemId) => ({ itemId, itemMode: 'Read' })),
        );
      else callback({ status: 'failed', error: { code: 9, name: 'InternalError' } });
    },
    loadItemByIdAsync: (id: string, callback: Callback) =>
      succeed(callback, { from: person(id), sender: null, unloadAsync: succeed }),
  };
  const office = {
    onReady: () => Promise.resolve({ host: 'Outlook' }),
    auth: { getAuthContext: () => Promise.resolve({ tenantId: 'tenant', userObjectId: 'object' }) },
    EventType: {
      ItemChanged: 'item',
      SelectedItemsChanged: 'selected',
      RecipientsChanged: 'recipients',
      OfficeThemeChanged: 'theme',
    },
    context: { displayLanguage: 'de-DE', platform: 'iOS', officeTheme: { bodyBackgroundColor: '#000000' }, mailbox },
  };
  Object.assign(globalThis, { Office: recorded(office, report, fault) });
  const opening = openMailbox().catch(() => null);
  await jest.advanceTimersByTimeAsync(6_000);
  const opened = await opening;
  if (!opened) return {};
  const facts = factsOf(opened);
  [ids, mailbox.item] = [null, next];
  for (const name of ['selected', 'item']) handlers.get(name)?.(undefined);
  handlers.get('theme')?.({ officeTheme: { bodyBackgroundColor: '#ffffff' } });
  await jest.advanceTimersByTimeAsync(5_000);
  jest.clearAllTimers();
  const after = factsOf(opened);
  return { ...facts, nextTheme: after.theme, next: [after.kind, after.owner] };
}

const originals = { document: globalThis.document, addEventListener: globalThis.addEventListener };

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Object.assign(globalThis, originals, { Office: undefined });
});

const throwing = (): never => {
  throw new Error('Not available');
};
const shapes: Readonly<Record<string, () => unknown>> = {
  missing: () => undefined,
  throwing,
  number: () => 7,
  text: () => 'text',
  object: () => ({}),
  list: () => [null, 'text', {}],
};

for (const scene of Object.keys(scenes)) {
  test(`${scene}: every property that the pane reads costs only what it carries`, async () => {
    const read = new Set<string>();
    const healthy = await run(scene, (path) => read.add(path), null);
    expect([...read].filter((path) => !(path in carried))).toEqual([]);
    expect(healthy).toMatchObject({
      start: true,
      me: 'me@x.example',
      language: 'de-DE',
      next: ['message', expect.anything()],
    });
    const lost: string[] = [];
    for (const path of read) {
      for (const [name, give] of Object.entries(shapes)) {
        const facts = await run(scene, () => undefined, { path, read: give });
        for (const [fact, value] of Object.entries(healthy)) {
          const isKept = JSON.stringify(facts[fact as Fact]) === JSON.stringify(value);
          const expected = carried[`${path}: ${name}`] ?? carried[path];
          if (!isKept && !expected?.includes(fact as Fact)) lost.push(`${path}: ${name} loses ${fact}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
}
