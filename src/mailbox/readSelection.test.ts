import type { Selection } from './mailbox';
import { readSelection } from './readSelection';
import { brightnessOf } from './followTheme';

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
      recipients: [],
    },
  ],
  [
    item({
      from: details('a@x.example'),
      to: [details('B@x.example', 'B'), { ...details('list@x.example'), recipientType: 'distributionList' }],
      cc: [details('b@X.example'), details('A@x.example'), details('', 'Only a name')],
    }),
    {
      kind: 'message',
      meeting: false,
      from: { address: 'a@x.example', name: '' },
      sender: null,
      recipients: [
        { address: 'B@x.example', name: 'B', part: 'to', isList: false },
        { address: 'list@x.example', name: '', part: 'to', isList: true },
        { address: '', name: 'Only a name', part: 'cc', isList: false },
      ],
    },
  ],
  [
    item({ itemClass: 'IPM.Schedule.Meeting.Request', from: details('a@x.example'), sender: null }),
    { kind: 'message', meeting: true, from: { address: 'a@x.example', name: '' }, sender: null, recipients: [] },
  ],
  [item({ from: details('', '') }), { kind: 'message', meeting: false, from: null, sender: null, recipients: [] }],
  [
    item({
      itemType: 'appointment',
      organizer: details('o@x.example'),
      requiredAttendees: [details('o@x.example'), details('r@x.example')],
      optionalAttendees: [details('p@x.example')],
    }),
    {
      kind: 'appointment',
      organizer: { address: 'o@x.example', name: '' },
      recipients: [
        { address: 'r@x.example', name: '', part: 'required', isList: false },
        { address: 'p@x.example', name: '', part: 'optional', isList: false },
      ],
    },
  ],
])('what Outlook says of an item becomes a plain value (%#)', (given, expected) => {
  expect(readSelection(given as Item)).toEqual({ now: expected });
});

/** A field of a draft that answers when it is asked. */
const answering = (value: unknown): object => ({
  getAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value }),
});

/** All that is told of a draft, one after another. */
async function told(later: ReturnType<typeof readSelection>['later'], before?: Selection): Promise<Selection[]> {
  const shown: Selection[] = [];
  await later?.((selection) => shown.push(selection), before);
  return shown;
}

const silent = { getAsync: () => undefined };

test('who answers is shown without waiting for who stays silent', async () => {
  jest.useFakeTimers();
  const fields = { organizer: silent, requiredAttendees: answering([details('r@x.example')]) };
  const { later } = readSelection(item({ itemType: 'appointment', subject: {}, ...fields }));
  const shown = told(later);
  await jest.advanceTimersByTimeAsync(5_000);
  jest.useRealTimers();
  const recipients = [{ address: 'r@x.example', name: '', part: 'required', isList: false }];
  expect(await shown).toEqual([
    { kind: 'appointment', organizer: null, recipients },
    { kind: 'appointment', organizer: null, recipients },
  ]);
});

test('a field that stays silent after a change keeps the people who stood there', async () => {
  jest.useFakeTimers();
  const before: Selection = {
    kind: 'draft',
    from: { address: 'me@x.example', name: '' },
    recipients: [
      { address: 't@x.example', name: '', part: 'to', isList: false },
      { address: 'c@x.example', name: '', part: 'cc', isList: false },
    ],
  };
  const fields = { from: silent, to: silent, cc: answering([]) };
  const shown = told(readSelection(item({ subject: {}, ...fields })).later, before);
  await jest.advanceTimersByTimeAsync(5_000);
  jest.useRealTimers();
  expect((await shown).at(-1)).toEqual({ ...before, recipients: before.recipients.slice(0, 1) });
});

test('a draft is asked for its people; until then nobody stands there', async () => {
  const refusing = { getAsync: (callback: (result: object) => void) => callback({ status: 'failed', error: {} }) };
  const fields = { from: answering(details('me@x.example')), to: answering([details('t@x.example')]), cc: refusing };
  const { now, later } = readSelection(item({ subject: {}, ...fields }));
  expect(now).toEqual({ kind: 'draft', from: null, recipients: [] });
  expect(await told(later)).toEqual([
    {
      kind: 'draft',
      from: { address: 'me@x.example', name: '' },
      recipients: [{ address: 't@x.example', name: '', part: 'to', isList: false }],
    },
    expect.anything(),
  ]);
});

test('a draft in a host that cannot be asked stays without people', async () => {
  const nobody = { kind: 'draft', from: null, recipients: [] };
  expect(await told(readSelection(item({ subject: {} })).later)).toEqual([nobody, nobody]);
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
