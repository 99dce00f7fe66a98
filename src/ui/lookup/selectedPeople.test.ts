import type { Recipient } from '../../mailbox';
import { selectedPeople } from './selectedPeople';

const person = (name: string) => ({ name, address: `${name}@contoso.com` });
const to = (name: string, isList = false): Recipient => ({ ...person(name), part: 'to', isList });
const namesOf = (...[selection]: Parameters<typeof selectedPeople>) =>
  selectedPeople(selection).map(({ name }) => name);

test('a message has its owner, the delegate and the recipients, without lists', () => {
  const recipients = [to('carl'), to('everybody', true), to('dana')];
  const message = { kind: 'message', meeting: false, from: person('ann'), sender: person('ben'), recipients } as const;
  expect(namesOf(message)).toEqual(['ann', 'ben', 'carl', 'dana']);
});

test('a person who writes to themselves is there once', () => {
  const from = person('ann');
  const recipients = [{ ...to('ann'), address: 'ANN@contoso.com' }];
  expect(namesOf({ kind: 'message', meeting: false, from, sender: from, recipients })).toEqual(['ann']);
});

test('people without a mail address are left out', () => {
  expect(namesOf({ kind: 'draft', from: { name: 'ann', address: '' }, recipients: [to('carl')] })).toEqual(['carl']);
});

test('an appointment has its organizer and the first attendees', () => {
  const recipients = Array.from({ length: 20 }, (_, index) => to(`p${index}`));
  const names = namesOf({ kind: 'appointment', organizer: person('ann'), recipients });
  expect(names).toHaveLength(10);
  expect(names.slice(0, 2)).toEqual(['ann', 'p0']);
});

test('several messages have their senders, and nothing selected has nobody', () => {
  expect(namesOf({ kind: 'several', count: 2, senders: [person('ann'), person('ben')] })).toEqual(['ann', 'ben']);
  expect(namesOf({ kind: 'several', count: 2, senders: null })).toEqual([]);
  expect(namesOf({ kind: 'nothing' })).toEqual([]);
});
