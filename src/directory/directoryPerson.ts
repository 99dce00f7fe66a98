import { isSameAddress } from '../base';

/**
 * What an entry of the directory is, as far as the permission covers it. `signInOff`: a shared mailbox, a room or a closed
 * account, which the directory does not distinguish. `group`: a Microsoft 365 group.
 */
export type PersonKind = 'member' | 'guest' | 'signInOff' | 'group';

/** A user of the organization, or one of its groups. */
export interface DirectoryPerson {
  /** Object id. */
  readonly id: string;
  readonly name: string;
  /** The mail address; the login name where there is none. */
  readonly address: string;
  /** Login name (user principal name); empty for a group. */
  readonly login: string;
  readonly kind: PersonKind;
  /** Other mail addresses; undefined without one, or where the permission does not cover them. */
  readonly aliases?: readonly string[];
  /** Undefined as `aliases` is. */
  readonly employeeId?: string;
}

/** The properties that every permission to list people covers. */
export const basicFields = 'id,displayName,mail,userPrincipalName';

/** All that `parsePerson` reads. Those that the permission does not cover are left out of the answer, or refused. */
export const allFields = `${basicFields},userType,accountEnabled,proxyAddresses,employeeId`;

/** The properties of a group that `parsePerson` reads. */
export const groupFields = 'id,displayName,mail,proxyAddresses';

/** Reads an entry of `GET /users` or `GET /groups`; null for what is none. */
export function parsePerson(json: unknown, isGroup = false): DirectoryPerson | null {
  const { id, displayName, mail, userPrincipalName, userType, accountEnabled, ...more } = Object(json) as Record<
    string,
    unknown
  >;
  if (typeof id !== 'string' || id === '') return null;
  const login = textOf(userPrincipalName);
  const isGuest = typeof userType === 'string' ? userType === 'Guest' : /#EXT#@/i.test(login);
  const kindOfUser = isGuest ? 'guest' : accountEnabled === false ? 'signInOff' : 'member';
  const kind = isGroup ? 'group' : kindOfUser;
  // Equal texts are kept once, and what is missing not at all: there may be 50,000 people.
  const address = [textOf(mail)].find((one) => one !== '' && one !== login) ?? login;
  const aliases = aliasesIn(more['proxyAddresses']).filter(
    (one) => ![address, login].some((other) => isSameAddress(one, other)),
  );
  const employeeId = textOf(more['employeeId']);
  return {
    id,
    name: textOf(displayName),
    address,
    login,
    kind,
    ...(aliases.length > 0 && { aliases }),
    ...(employeeId !== '' && { employeeId }),
  };
}

/** The mail addresses among those that the directory lists, each with its protocol: `smtp:adele@contoso.com`. */
function aliasesIn(proxyAddresses: unknown): readonly string[] {
  if (!Array.isArray(proxyAddresses)) return [];
  return (proxyAddresses as readonly unknown[]).flatMap((one) => /^smtp:(\S+@\S+)$/i.exec(textOf(one))?.[1] ?? []);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
