import { isUser } from './directory';
import { madeUpPeople } from './madeUpPeople';
import { people } from './people';
import { sameTenant } from './permissions';
import type { Person } from './person';

/**
 * The users of the caller's directory. `count` 0: those that the sandbox has for its stories. Else so many, of which the
 * first have names and histories, and the others are made up; other organizations have none of those.
 */
export function listedUsers(caller: Person | undefined, count: number): readonly Person[] {
  const own = people.filter((one) => isUser(one) && sameTenant(one, caller));
  if (count === 0 || caller?.tenant !== undefined) return own;
  const named = own.filter(({ crowd, staff }) => !crowd && !staff);
  return [...named, ...madeUpPeople(Math.max(0, count - named.length))].slice(0, count);
}
