import type { BulkPerson } from '../../bulk';
import type { DirectoryPerson } from '../../directory';

/** A person of the list as matching and runs know people. */
export function bulkPersonOf({ id, name, address, login, aliases, employeeId }: DirectoryPerson): BulkPerson {
  return { id, displayName: name, mail: address, userPrincipalName: login, aliases, employeeId };
}
