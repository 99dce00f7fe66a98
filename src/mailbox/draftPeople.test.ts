import type { Selection } from './mailbox';
import { readSelection } from './readSelection';

type Item = Parameters<typeof readSelection>[0];
const details = (emailAddress: string, displayName = ''): object => ({ emailAddress, displayName });
const draft = (more: object): Item =>
  ({ itemType: 'message', itemClass: 'IPM.Note', subject: {}, ...more }) as unknown as Item;

/** A field of a draft that the host returns at once. */
const returning = (value: unknown): object => ({
  getAsync: (callback: (result: object) => void) => callback({ status: 'succeeded', value }),
});

/** Every selection that reading the draft emits. */
async function readAll(item: Item, previous?: Selection): Promise<Selection[]> {
  const emitted: Selection[] = [];
  await readSelection(item).readDraft?.((selection) => emitted.push(selection), previous);
  return emitted;
}

/** A field that the host never returns. */
const pending = { getAsync: () => undefined };

test('fields that have been read are emitted without waiting for the others', async () => {
  jest.useFakeTimers();
  const fields = { organizer: pending, requiredAttendees: returning([details('r@x.example')]) };
  const emitted: Selection[] = [];
  const reading = readSelection(draft({ itemType: 'appointment', ...fields })).readDraft?.((one) => emitted.push(one));
  await jest.advanceTimersByTimeAsync(300);
  const recipients = [{ address: 'r@x.example', name: '', part: 'required', isList: false }];
  const known = { kind: 'appointment', organizer: null, recipients };
  expect(emitted).toEqual([known]);
  await jest.advanceTimersByTimeAsync(4_700);
  jest.useRealTimers();
  await reading;
  expect(emitted).toEqual([known, known]);
});

test('a field that is not returned keeps the people of the previous selection', async () => {
  jest.useFakeTimers();
  const previous: Selection = {
    kind: 'draft',
    from: { address: 'me@x.example', name: '' },
    recipients: [
      { address: 't@x.example', name: '', part: 'to', isList: false },
      { address: 'c@x.example', name: '', part: 'cc', isList: false },
    ],
  };
  const fields = { from: pending, to: pending, cc: returning([]) };
  const emitted = readAll(draft(fields), previous);
  await jest.advanceTimersByTimeAsync(5_000);
  jest.useRealTimers();
  expect((await emitted).at(-1)).toEqual({ ...previous, recipients: previous.recipients.slice(0, 1) });
});

test('a draft has no people until they have been read', async () => {
  const failing = { getAsync: (callback: (result: object) => void) => callback({ status: 'failed', error: {} }) };
  const fields = { from: returning(details('me@x.example')), to: returning([details('t@x.example')]), cc: failing };
  expect(readSelection(draft(fields)).initial).toEqual({ kind: 'draft', from: null, recipients: [] });
  expect(await readAll(draft(fields))).toEqual([
    {
      kind: 'draft',
      from: { address: 'me@x.example', name: '' },
      recipients: [{ address: 't@x.example', name: '', part: 'to', isList: false }],
    },
    expect.anything(),
  ]);
});

test('a draft in a host without its fields stays without people', async () => {
  const empty = { kind: 'draft', from: null, recipients: [] };
  expect(await readAll(draft({}))).toEqual([empty, empty]);
});
