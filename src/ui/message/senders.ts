import { isMailAddress, isSameAddress } from '../../base';
import type { Person, Selection } from '../../mailbox';

type MessageSelection = Extract<Selection, { kind: 'message' }>;

/**
 * The owner of a message and the delegate who sent it. `from` is the owner of the mailbox, `sender` the delegate; some
 * servers give only one of them an address that has a photo.
 */
export function sendersOf({ from, sender }: Pick<MessageSelection, 'from' | 'sender'>): {
  owner: Person | null;
  delegate: Person | null;
} {
  const owner = [from, sender].find((one) => one && isMailAddress(one.address)) ?? from ?? sender;
  const isDelegate =
    sender &&
    owner !== sender &&
    isMailAddress(sender.address) &&
    !(owner && isSameAddress(owner.address, sender.address));
  return { owner, delegate: isDelegate ? sender : null };
}

/** The person whose face is drawn large; null where there is none, or while it is unknown. */
export function firstFaceOf(selection: Selection): Person | null {
  switch (selection.kind) {
    case 'message':
      return sendersOf(selection).owner;
    case 'appointment':
      return selection.organizer;
    case 'draft':
      return selection.from;
    case 'nothing':
    case 'unknown':
    case 'notFollowed':
    case 'several':
      return null;
  }
}

/** The recipient who is drawn large in a message that the mailbox has sent; null where there are several, or none. */
export function onlyRecipientOf(selection: Selection, mailboxAddress: string): Person | null {
  if (selection.kind !== 'message') return null;
  const { owner } = sendersOf(selection);
  const [first = null, ...others] = selection.recipients;
  if (!owner || !isSameAddress(owner.address, mailboxAddress) || others.length > 0 || first?.isList) return null;
  return first;
}
