import type { BulkPerson } from './person';

/** A person of the organization Contoso, by their name; the rest follows from it where it is not given. */
export function person(displayName: string, given: Partial<BulkPerson> = {}): BulkPerson {
  const login = displayName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.');
  const mail = `${login}@contoso.com`;
  return { id: given.mail ?? mail, displayName, mail, userPrincipalName: mail, ...given };
}
