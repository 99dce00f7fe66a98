import { firstFaceOf, onlyRecipientOf, sendersOf } from './senders';

const adele = { name: 'Adele Vance', address: 'adele@contoso.com' };
const megan = { name: 'Megan Bowen', address: 'megan@contoso.com' };
/** An address of Exchange's own kind, which has no photo. */
const internal = { name: 'Megan Bowen', address: '/o=contoso/cn=megan' };

test('a message sent on behalf of another person has an owner and a delegate', () => {
  expect(sendersOf({ from: adele, sender: megan })).toEqual({ owner: adele, delegate: megan });
});

test('a sender with the same address in other letters is no delegate', () => {
  const sender = { ...adele, address: 'ADELE@contoso.com' };
  expect(sendersOf({ from: adele, sender })).toEqual({ owner: adele, delegate: null });
});

test('the sender is the owner when only its address is an email address', () => {
  expect(sendersOf({ from: internal, sender: megan })).toEqual({ owner: megan, delegate: null });
  expect(sendersOf({ from: adele, sender: internal })).toEqual({ owner: adele, delegate: null });
  expect(sendersOf({ from: internal, sender: { ...adele, address: '<adele>' } }).owner).toBe(internal);
  expect(sendersOf({ from: null, sender: internal }).owner).toBe(internal);
});

test('the first face is the one that is drawn large', () => {
  const message = { kind: 'message', meeting: false, from: adele, sender: megan, recipients: [] } as const;
  expect(firstFaceOf(message)).toBe(adele);
  expect(firstFaceOf({ kind: 'appointment', organizer: megan, recipients: [] })).toBe(megan);
  expect(firstFaceOf({ kind: 'several', count: 2, senders: [adele, megan] })).toBeNull();
  expect(firstFaceOf({ kind: 'notFollowed' })).toBeNull();
});

const recipient = { ...megan, part: 'to', isList: false } as const;

test.each([
  ['the only one', [recipient], adele.address, recipient],
  ['one of two', [recipient, { ...recipient, address: 'bo@contoso.com' }], adele.address, null],
  ['a list', [{ ...recipient, isList: true }], adele.address, null],
  ['nobody', [], adele.address, null],
  ['of a message that others sent', [recipient], megan.address, null],
])('the recipient who is drawn large: %s', (_which, recipients, mailboxAddress, expected) => {
  const message = { kind: 'message', meeting: false, from: adele, sender: adele, recipients } as const;
  expect(onlyRecipientOf(message, mailboxAddress)).toBe(expected);
});
