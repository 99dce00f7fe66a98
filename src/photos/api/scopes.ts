import { dialects, type DialectName } from './dialect';
import type { PhotoTarget } from './person';

/** The least permission that reads a photo and its metadata. */
export function readingScopes(dialect: DialectName, target: PhotoTarget): readonly string[] {
  return [dialects[dialect].scopePrefix + (target === 'me' ? 'User.Read' : 'User.ReadBasic.All')];
}

/** The permissions that read photos, the user's own and those of others. */
export function allReadingScopes(dialect: DialectName): readonly string[] {
  return [...readingScopes(dialect, 'me'), ...readingScopes(dialect, anyoneElse)];
}

/** The least permission that sets or removes a photo. Another person's also needs an administrator's role. */
export function writingScopes(dialect: DialectName, target: PhotoTarget): readonly string[] {
  return [dialects[dialect].scopePrefix + (target === 'me' ? 'User.ReadWrite' : 'User.ReadWrite.All')];
}

/** Anyone but the account of the token: all need the same permission. */
export const anyoneElse: PhotoTarget = { address: '' };
