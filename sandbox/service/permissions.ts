import { findGroup, findInDirectory, findMailbox } from './directory';
import type { Person } from './person';
import type { Dialect } from './requestPath';
import type { PhotoTarget } from './target';
import type { AccessClaims } from './tokens';

// Delegated permissions, in lower case. Photo API: the reference's tables and docs of Microsoft Graph.

/** Allow reads of any user. */
export const readAnyUser = ['user.readbasic.all', 'user.read.all', 'user.readwrite.all', 'directory.read.all'];
/** Allow reads of all properties of any user. */
export const readUserFully = ['user.read.all', 'user.readwrite.all', 'directory.read.all'];
/** Allow reads of the caller, besides `readAnyUser`. */
export const readSelf = ['user.read', 'user.readwrite'];
export const readGroups = ['group.read.all', 'group.readwrite.all', 'directory.read.all'];
export const readContacts = ['contacts.read', 'contacts.readwrite'];
const writeContacts = ['contacts.readwrite'];

/** Reads of any user's photo. */
const readAnyPhoto: Readonly<Record<Dialect, readonly string[]>> = {
  graph: [
    'user.readbasic.all',
    'user.read.all',
    'user.readwrite.all',
    'profilephoto.read.all',
    'profilephoto.readwrite.all',
  ],
  outlook: ['user.readbasic.all', 'user.read.all', 'user.readwrite.all'],
};

/** Reads of the caller's photo, besides `readAnyPhoto`. */
const readOwnPhoto: Readonly<Record<Dialect, Readonly<Record<PhotoTarget['operation'], readonly string[]>>>> = {
  graph: { metadata: readSelf, photo: readSelf, sizes: readSelf },
  // The reference does not list user.readwrite for metadata.
  outlook: { metadata: ['user.read'], photo: readSelf, sizes: ['user.read'] },
};

const writeOwnPhoto: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite', 'user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite', 'user.readwrite.all'],
};

/** Writes of another user's photo, together with an administrator's role. */
const writeAnyPhoto: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite.all'],
};

const readGroupPhoto = ['group.read.all', 'group.readwrite.all', 'profilephoto.read.all', 'profilephoto.readwrite.all'];
const writeGroupPhoto = ['group.readwrite.all', 'profilephoto.readwrite.all'];

export function hasAny({ scopes }: AccessClaims, allowed: readonly string[]): boolean {
  return scopes.some((scope) => allowed.includes(scope));
}

/** The user or group whose photo a path names; undefined: there is none in the caller's directory. */
export function findPhotoOwner(
  dialect: Dialect,
  { owner }: PhotoTarget,
  caller: Person | undefined,
): Person | undefined {
  if (owner.kind === 'group') return sameTenant(findGroup(owner.id), caller);
  if (owner.key === null) return caller;
  return sameTenant(dialect === 'graph' ? findInDirectory(owner.key) : findMailbox(owner.key), caller);
}

export function sameTenant(one: Person | undefined, caller: Person | undefined): Person | undefined {
  return caller && one?.tenant === caller.tenant ? one : undefined;
}

/** Permissions that allow a photo to be read. */
export function photoReaders(dialect: Dialect, target: PhotoTarget, isOwn: boolean): readonly string[] {
  if (target.owner.kind === 'contact') return readContacts;
  if (target.owner.kind === 'group') return readGroupPhoto;
  return isOwn ? [...readOwnPhoto[dialect][target.operation], ...readAnyPhoto[dialect]] : readAnyPhoto[dialect];
}

/** Permissions that allow a photo to be set or removed. */
export function photoWriters(dialect: Dialect, target: PhotoTarget, isOwn: boolean): readonly string[] {
  if (target.owner.kind === 'contact') return writeContacts;
  if (target.owner.kind === 'group') return writeGroupPhoto;
  return isOwn ? writeOwnPhoto[dialect] : writeAnyPhoto[dialect];
}
