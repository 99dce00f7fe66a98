import type { PhotoOwner } from './service';

export type Dialect = 'graph' | 'outlook';

const prefixes: Readonly<Record<Dialect, string>> = { graph: '', outlook: 'https://outlook.office.com/' };

/** The least permission that reads a photo and its metadata (photo-api.md, scopes of both dialects). */
export function readingScopes(dialect: Dialect, owner: PhotoOwner): readonly string[] {
  return [prefixes[dialect] + (owner === 'me' ? 'User.Read' : 'User.ReadBasic.All')];
}

/** The least permission that sets or removes a photo. Somebody else's also needs an administrator's role. */
export function writingScopes(dialect: Dialect, owner: PhotoOwner): readonly string[] {
  return [prefixes[dialect] + (owner === 'me' ? 'User.ReadWrite' : 'User.ReadWrite.All')];
}
