import type { BulkPerson } from '../../bulk';
import type { DirectoryPerson } from '../../directory';

/** An entry of the list as matching and runs know people and groups. */
export function bulkPersonOf({ id, kind, name, address, login, aliases, employeeId }: DirectoryPerson): BulkPerson {
  const person = { id, displayName: name, mail: address, userPrincipalName: login, aliases, employeeId };
  return kind === 'group' ? { ...person, kind, userPrincipalName: address } : person;
}
