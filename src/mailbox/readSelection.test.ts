import { readSelection } from './readSelection';

type Item = Parameters<typeof readSelection>[0];
const details = (emailAddress: string, displayName = ''): object => ({ emailAddress, displayName });
const item = (more: object): Item =>
  ({ itemType: 'message', itemClass: 'IPM.Note', subject: 'Hi', ...more }) as unknown as Item;

test.each([
  [null, { kind: 'unknown' }],
  [undefined, { kind: 'unknown' }],
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
])('an item in read mode is converted to a plain value (%#)', (given, expected) => {
  expect(readSelection(given as Item)).toEqual({ initial: expected });
});
