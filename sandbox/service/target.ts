import type { RequestPath } from './requestPath';

/** Whose photo: `key` null is the token's account. */
type OwnerPath =
  | { readonly kind: 'user'; readonly key: string | null }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'contact'; readonly key: string | null; readonly id: string };

export interface PhotoTarget {
  readonly kind: 'photo';
  readonly owner: OwnerPath;
  readonly operation: 'metadata' | 'photo' | 'sizes';
  /** Size named in the path, in pixels; null: the largest. */
  readonly size: number | null;
}

/** A resource of the service. `key` null is the token's account, `folder` null the default folder. */
export type Target =
  | PhotoTarget
  | { readonly kind: 'user'; readonly key: string | null }
  | { readonly kind: 'users' | 'groups'; readonly isCount: boolean }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'organization' }
  | {
      readonly kind: 'contacts';
      readonly key: string | null;
      readonly folder: string | null;
      readonly isCount: boolean;
    }
  | { readonly kind: 'contact'; readonly key: string | null; readonly id: string }
  | { readonly kind: 'contactFolders'; readonly key: string | null }
  | { readonly kind: 'contactFolder'; readonly key: string | null; readonly id: string; readonly isChildren: boolean };

/** Which resource a path names; null: none that the service has. Names are matched without case. */
export function findTarget(path: RequestPath): Target | null {
  const [first = '', ...rest] = path.segments;
  const isGraph = path.dialect === 'graph';
  switch (first.toLowerCase()) {
    case 'me':
      return targetOfUser(path, null, rest);
    case 'users': {
      const [key, ...more] = rest;
      if (key === undefined || key === '$count') return isGraph ? { kind: 'users', isCount: key !== undefined } : null;
      return targetOfUser(path, key, more);
    }
    case 'groups': {
      const [id, ...more] = rest;
      if (!isGraph) return null;
      if (id === undefined || id === '$count') return { kind: 'groups', isCount: id !== undefined };
      return more.length === 0 ? { kind: 'group', id } : targetOfPhoto(path, { kind: 'group', id }, more);
    }
    case 'organization':
      return isGraph && rest.length === 0 ? { kind: 'organization' } : null;
    default:
      return null;
  }
}

function targetOfUser(path: RequestPath, key: string | null, rest: readonly string[]): Target | null {
  const [first] = rest;
  if (first === undefined) return { kind: 'user', key };
  if (path.dialect === 'graph') {
    switch (first.toLowerCase()) {
      case 'contacts':
        return targetOfContact(path, key, null, rest.slice(1));
      case 'contactfolders':
        return targetOfFolder(path, key, rest.slice(1));
    }
  }
  return targetOfPhoto(path, { kind: 'user', key }, rest);
}

function targetOfFolder(path: RequestPath, key: string | null, rest: readonly string[]): Target | null {
  const [id, name, ...more] = rest;
  if (id === undefined) return { kind: 'contactFolders', key };
  if (name === undefined) return { kind: 'contactFolder', key, id, isChildren: false };
  if (name.toLowerCase() === 'contacts') return targetOfContact(path, key, id, more);
  const isChildren = name.toLowerCase() === 'childfolders' && more.length === 0;
  return isChildren ? { kind: 'contactFolder', key, id, isChildren } : null;
}

function targetOfContact(
  path: RequestPath,
  key: string | null,
  folder: string | null,
  rest: readonly string[],
): Target | null {
  const [id, ...more] = rest;
  if (id === undefined || id === '$count') return { kind: 'contacts', key, folder, isCount: id !== undefined };
  return more.length === 0 ? { kind: 'contact', key, id } : targetOfPhoto(path, { kind: 'contact', key, id }, more);
}

function targetOfPhoto(path: RequestPath, owner: OwnerPath, rest: readonly string[]): PhotoTarget | null {
  const names = rest.map((name) => name.toLowerCase());
  const isValue = names.at(-1) === '$value';
  const [collection, sizeName, extra] = isValue ? names.slice(0, -1) : names;
  if (extra !== undefined) return null;
  const operation = isValue ? 'photo' : 'metadata';
  if (collection === 'photo' && sizeName === undefined) return { kind: 'photo', owner, operation, size: null };
  // Outlook REST v2.0 has no sizes, and contacts have none in Graph.
  if (collection !== 'photos' || owner.kind === 'contact' || (path.dialect === 'outlook' && !path.beta)) return null;
  if (sizeName === undefined) return isValue ? null : { kind: 'photo', owner, operation: 'sizes', size: null };
  const pixels = /^(\d+)x\d+$/.exec(sizeName)?.[1];
  return pixels === undefined ? null : { kind: 'photo', owner, operation, size: Number(pixels) };
}
