import { readSelection } from './selection';
import { brightnessOf } from './theme';

type Item = Parameters<typeof readSelection>[0];
const details = (emailAddress: string, displayName = ''): object => ({ emailAddress, displayName });
const item = (more: object): Item =>
  ({ itemType: 'message', itemClass: 'IPM.Note', subject: 'Hi', ...more }) as unknown as Item;

test.each([
  [null, { kind: 'nothing' }],
  [undefined, { kind: 'nothing' }],
  [
    item({ from: details('a@x.example', 'A'), sender: details('b@x.example') }),
    {
      kind: 'message',
      meeting: false,
      from: { address: 'a@x.example', name: 'A' },
      sender: { address: 'b@x.example', name: '' },
    },
  ],
  [
    item({ itemClass: 'IPM.Schedule.Meeting.Request', from: details('a@x.example'), sender: null }),
    { kind: 'message', meeting: true, from: { address: 'a@x.example', name: '' }, sender: null },
  ],
  [item({ from: details('', '') }), { kind: 'message', meeting: false, from: null, sender: null }],
  [
    item({ itemType: 'appointment', organizer: details('o@x.example') }),
    { kind: 'appointment', organizer: { address: 'o@x.example', name: '' } },
  ],
])('what Outlook says of an item becomes a plain value (%#)', (given, expected) => {
  expect(readSelection(given as Item)).toEqual({ now: expected });
});

test('a draft is asked for its sender; until then nobody stands there', async () => {
  const from = {
    getAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value: details('me@x.example') }),
  };
  const { now, later } = readSelection(item({ subject: {}, from }));
  expect(now).toEqual({ kind: 'draft', from: null });
  expect(await later).toEqual({ kind: 'draft', from: { address: 'me@x.example', name: '' } });
});

test('a draft in a host that cannot be asked stays without a sender', async () => {
  expect(await readSelection(item({ subject: {} })).later).toEqual({ kind: 'draft', from: null });
});

test.each([
  ['#ffffff', 'light'],
  ['#292929', 'dark'],
  ['000000', 'dark'],
  ['white', null],
  [undefined, null],
])('a background of %s is %s', (color, expected) => {
  expect(brightnessOf(color)).toBe(expected);
});
