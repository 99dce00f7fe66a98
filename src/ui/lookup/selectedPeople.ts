import { isMailAddress, isSameAddress } from '../../base';
import type { Person, Selection } from '../../mailbox';
import { sendersOf } from '../message/senders';

/** The tab "Message" has all of them; the first are enough here. */
const limit = 10;

/** The people of what is selected who have an address, each once; lists have no photo. */
export function selectedPeople(selection: Selection): readonly Person[] {
  const people = peopleOf(selection)
    .filter((one) => one !== null)
    .filter(({ address }) => isMailAddress(address));
  const isFirst = (one: Person, index: number): boolean =>
    people.findIndex(({ address }) => isSameAddress(address, one.address)) === index;
  return people.filter(isFirst).slice(0, limit);
}

function peopleOf(selection: Selection): readonly (Person | null)[] {
  switch (selection.kind) {
    case 'message': {
      const { owner, delegate } = sendersOf(selection);
      return [owner, delegate, ...persons(selection)];
    }
    case 'draft':
      return [selection.from, ...persons(selection)];
    case 'appointment':
      return [selection.organizer, ...persons(selection)];
    case 'several':
      return selection.senders ?? [];
    case 'nothing':
    case 'unknown':
    case 'notFollowed':
      return [];
  }
}

function persons({ recipients }: Extract<Selection, { recipients: unknown }>): readonly Person[] {
  return recipients.filter(({ isList }) => !isList);
}
