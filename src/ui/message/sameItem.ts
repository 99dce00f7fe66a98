import type { Person, Selection } from '../../mailbox';

/**
 * Whether two selections are of the same item: a draft whose recipients changed is, and so are as many selected messages
 * when more of their senders are known. With `person`, only while that person is still among the item's people.
 */
export function isSameItem(before: Selection, now: Selection, person?: Person): boolean {
  if (before === now) return true;
  if (before.kind !== now.kind || now.kind === 'message' || !('recipients' in now || 'senders' in now)) return false;
  if (before.kind === 'several' && now.kind === 'several' && before.count !== now.count) return false;
  return person === undefined || peopleOf(now).some((one) => one?.address === person.address);
}

function peopleOf(item: Extract<Selection, { kind: 'draft' | 'appointment' | 'several' }>): readonly (Person | null)[] {
  if (item.kind === 'several') return item.senders ?? [];
  return [...item.recipients, item.kind === 'draft' ? item.from : item.organizer];
}
