import { isSameAddress, observable } from '../../base';
import type { Person } from '../../mailbox';
import type { Services } from '../services';

/** More would be a list to read, not a help. */
const limit = 5;

type PeopleOfPane = ReturnType<typeof observable<readonly Person[]>>;

/** One list for each pane: in memory only, since it is personal data. */
const lists = new WeakMap<Services, PeopleOfPane>();

/** The people who were looked up in this pane, the latest first. */
export function lookedUpPeopleOf(services: Services): PeopleOfPane {
  const existing = lists.get(services);
  if (existing) return existing;
  const people = observable<readonly Person[]>([]);
  lists.set(services, people);
  return people;
}

/** The list with a person at its start. A name that is known stays: a person who is found by address has none. */
export function withPerson(people: readonly Person[], { name, address }: Person): readonly Person[] {
  const isThis = (one: Person): boolean => isSameAddress(one.address, address);
  const known = name || (people.find(isThis)?.name ?? '');
  return [{ name: known, address }, ...people.filter((one) => !isThis(one))].slice(0, limit);
}
