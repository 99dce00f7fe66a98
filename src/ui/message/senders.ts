import type { Person, Selection } from '../../mailbox';

type MessageSelection = Extract<Selection, { kind: 'message' }>;

/**
 * Whose message it is, and who sent it for them. `from` is the owner of the mailbox, `sender` a delegate; some servers
 * fill only one of them with an address that can be asked for.
 */
export function sendersOf({ from, sender }: Pick<MessageSelection, 'from' | 'sender'>): {
  owner: Person | null;
  delegate: Person | null;
} {
  const owner = from && isMailAddress(from.address) ? from : (sender ?? from);
  const isDelegate = sender && owner !== sender && isMailAddress(sender.address) && !sameAddress(owner, sender);
  return { owner, delegate: isDelegate ? sender : null };
}

/** Whose face is drawn large; null where nobody's is, or where it is not known yet. */
export function firstFaceOf(selection: Selection): Person | null {
  switch (selection.kind) {
    case 'message':
      return sendersOf(selection).owner;
    case 'appointment':
      return selection.organizer;
    case 'draft':
      return selection.from;
    case 'nothing':
    case 'several':
      return null;
  }
}

function isMailAddress(address: string): boolean {
  return address.includes('@') && !address.startsWith('/');
}

function sameAddress(one: Person | null, other: Person): boolean {
  return one?.address.toLowerCase() === other.address.toLowerCase();
}
