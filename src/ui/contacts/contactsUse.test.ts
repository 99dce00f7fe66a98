import { observable } from '../../base';
import { ContactsUse } from './contactsUse';

interface Account {
  readonly objectId: string | null;
}

const adele: Account = { objectId: 'adele' };
const alex: Account = { objectId: 'alex' };

/** A store like the browser's; `broken`: it is blocked. */
function stubStorage(broken = false): Map<string, string> {
  const stored = new Map<string, string>();
  const guard = (): void => {
    if (broken) throw new DOMException('blocked', 'SecurityError');
  };
  globalThis.localStorage = {
    getItem(key: string) {
      guard();
      return stored.get(key) ?? null;
    },
    setItem(key: string, value: string) {
      guard();
      stored.set(key, value);
    },
  } as Storage;
  return stored;
}

let storageListener: ((event: { key: string | null }) => void) | null = null;

beforeEach(() => {
  storageListener = null;
  globalThis.addEventListener = ((_type: string, listener: typeof storageListener) => {
    storageListener = listener;
  }) as typeof addEventListener;
});

function open(first: Account | null = adele, requestPermission = () => Promise.resolve()) {
  const account = observable<Account | null>(first);
  const onChoice = jest.fn<Promise<void>, [boolean]>(() => Promise.resolve());
  return { account, onChoice, contacts: new ContactsUse({ account, requestPermission, onChoice }) };
}

test('off at first; turned on, it is remembered for this account only', async () => {
  stubStorage();
  const { contacts, onChoice } = open();
  expect(contacts.state.value).toBe('off');
  await contacts.turnOn();
  expect(contacts.state.value).toBe('on');
  expect(onChoice.mock.calls).toEqual([[true]]);
  expect(open().contacts.state.value).toBe('on');
  expect(open(alex).contacts.state.value).toBe('off');
  await contacts.turnOff();
  expect(open().contacts.state.value).toBe('off');
});

test('the choice is known once the account is, without a new choice', () => {
  stubStorage().set('contacts', '["adele"]');
  const { account, contacts, onChoice } = open(null);
  expect(contacts.state.value).toBe('unknown');
  account.set(adele);
  expect(contacts.state.value).toBe('on');
  account.set(alex);
  expect(contacts.state.value).toBe('off');
  expect(onChoice).not.toHaveBeenCalled();
});

test('without the permission nothing changes', async () => {
  const stored = stubStorage();
  const { contacts, onChoice } = open(adele, () => Promise.reject(new Error('cancelled')));
  await expect(contacts.turnOn()).rejects.toThrow('cancelled');
  expect(contacts.state.value).toBe('off');
  expect([...stored]).toEqual([]);
  expect(onChoice).not.toHaveBeenCalled();
});

test('a missing permission ends the use, and keeps the choice for the next pane', async () => {
  stubStorage();
  const { contacts, onChoice } = open();
  contacts.refuse();
  expect(contacts.state.value).toBe('off');
  await contacts.turnOn();
  contacts.refuse();
  expect(contacts.state.value).toBe('refused');
  expect(onChoice.mock.calls).toEqual([[true], [false]]);
  expect(open().contacts.state.value).toBe('on');
});

test.each(['{', '7', '{"adele":true}', '[1,null]'])('a store with %s counts as off', (text) => {
  stubStorage().set('contacts', text);
  expect(open().contacts.state.value).toBe('off');
});

test('where storage is blocked, the choice holds while the pane is open', async () => {
  stubStorage(true);
  const { contacts } = open();
  await contacts.turnOn();
  expect(contacts.state.value).toBe('on');
});

test('another pane of the account follows', () => {
  const stored = stubStorage();
  const { contacts, onChoice } = open();
  stored.set('contacts', '["adele"]');
  storageListener?.({ key: 'contacts' });
  expect(contacts.state.value).toBe('on');
  storageListener?.({ key: 'other' });
  stored.set('contacts', '[]');
  storageListener?.({ key: null });
  expect(contacts.state.value).toBe('off');
  expect(onChoice.mock.calls).toEqual([[true], [false]]);
});

test('only the last ten accounts are remembered', async () => {
  const stored = stubStorage();
  for (let number = 0; number < 12; number++) await open({ objectId: `id${number}` }).contacts.turnOn();
  expect(JSON.parse(stored.get('contacts') ?? '')).toHaveLength(10);
  expect(open({ objectId: 'id0' }).contacts.state.value).toBe('off');
  expect(open({ objectId: 'id11' }).contacts.state.value).toBe('on');
});
