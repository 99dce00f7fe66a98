/**
 * What an entry of the directory is, as far as the permission covers it. `signInOff`: a shared mailbox, a room or a closed
 * account, which the directory does not distinguish.
 */
export type PersonKind = 'member' | 'guest' | 'signInOff';

/** A user of the organization. */
export interface DirectoryPerson {
  /** Object id. */
  readonly id: string;
  readonly name: string;
  /** The mail address; the login name where there is none. */
  readonly address: string;
  /** Login name (user principal name). */
  readonly login: string;
  readonly kind: PersonKind;
}

/** The properties that `parsePerson` reads. Those that the permission does not cover are left out of the answer. */
export const personFields = 'id,displayName,mail,userPrincipalName,userType,accountEnabled';

/** Reads an entry of `GET /users`; null for what is none. */
export function parsePerson(json: unknown): DirectoryPerson | null {
  const { id, displayName, mail, userPrincipalName, userType, accountEnabled } = Object(json) as Record<
    string,
    unknown
  >;
  if (typeof id !== 'string' || id === '') return null;
  const login = textOf(userPrincipalName);
  const isGuest = typeof userType === 'string' ? userType === 'Guest' : /#EXT#@/i.test(login);
  const kind = isGuest ? 'guest' : accountEnabled === false ? 'signInOff' : 'member';
  const address = textOf(mail);
  // Equal texts are kept once: there may be 50,000 people.
  return { id, name: textOf(displayName), address: address === '' || address === login ? login : address, login, kind };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
