import type { Recipient, Selection } from '../../mailbox';
import { isSameItem } from './sameItem';

const adele: Recipient = { name: '', address: 'adele@contoso.com', part: 'to', isList: false };
const megan: Recipient = { name: '', address: 'megan@contoso.com', part: 'to', isList: false };
const draft = (recipients: readonly Recipient[]): Selection => ({ kind: 'draft', from: null, recipients });
const several = (count: number, senders: readonly Recipient[]): Selection => ({ kind: 'several', count, senders });

test('a draft whose recipients changed is the same item', () => {
  expect(isSameItem(draft([adele]), draft([adele, megan]))).toBe(true);
});

test('a draft without a person is another item for that person', () => {
  expect(isSameItem(draft([adele]), draft([megan]), megan)).toBe(true);
  expect(isSameItem(draft([adele]), draft([megan]), adele)).toBe(false);
});

test('as many selected messages are the same item when more senders are known', () => {
  expect(isSameItem(several(2, []), several(2, [adele]))).toBe(true);
  expect(isSameItem(several(2, [adele]), several(3, [adele]))).toBe(false);
});

test('an item is another one than a selection that is not followed, or not known', () => {
  expect(isSameItem(draft([adele]), { kind: 'notFollowed' }, adele)).toBe(false);
  expect(isSameItem({ kind: 'notFollowed' }, { kind: 'notFollowed' })).toBe(false);
  expect(isSameItem({ kind: 'unknown' }, { kind: 'nothing' })).toBe(false);
});

test('two messages are different items, also with the same people', () => {
  const message = (): Selection => ({ kind: 'message', meeting: false, from: adele, sender: null, recipients: [] });
  expect(isSameItem(message(), message())).toBe(false);
});
