import { dialects, type DialectName } from './dialect';
import type { PhotoTarget } from './person';

/** Whose photos one permission covers. */
export type OwnerKind = 'me' | 'others' | 'groups' | 'contacts';

/** The least permissions that read and write photos (`docs/photo-api.md`, scopes). Writing needs the right to it as well. */
const permissions: Readonly<Record<OwnerKind, { readonly read: string; readonly write: string }>> = {
  me: { read: 'User.Read', write: 'User.ReadWrite' },
  others: { read: 'User.ReadBasic.All', write: 'User.ReadWrite.All' },
  groups: { read: 'Group.Read.All', write: 'Group.ReadWrite.All' },
  contacts: { read: 'Contacts.Read', write: 'Contacts.ReadWrite' },
};

/** The least permission that reads a photo and its metadata, and searches for its owner. */
export function readingScopes(dialect: DialectName, kind: OwnerKind): readonly string[] {
  return [dialects[dialect].scopePrefix + permissions[kind].read];
}

/**
 * The permissions that an administrator approves for everyone: to read the own photo and those of others. `groups`: those of
 * groups too, which only Microsoft Graph has.
 */
export function allReadingScopes(dialect: DialectName, groups: boolean): readonly string[] {
  const kinds: readonly OwnerKind[] = groups && dialect === 'graph' ? ['me', 'others', 'groups'] : ['me', 'others'];
  return kinds.flatMap((kind) => readingScopes(dialect, kind));
}

/** The least permission that sets or removes a photo. */
export function writingScopes(dialect: DialectName, kind: OwnerKind): readonly string[] {
  return [dialects[dialect].scopePrefix + permissions[kind].write];
}

/** Which permission a request needs. */
export function ownerKindOf(target: PhotoTarget): OwnerKind {
  if (target === 'me') return 'me';
  if ('groupId' in target) return 'groups';
  return 'contactId' in target ? 'contacts' : 'others';
}
