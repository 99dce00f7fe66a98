import type { PhotoTarget } from './person';

/** The dialects of the photo API: their names on the screen, and what their scopes start with (`docs/photo-api.md`, scopes). */
const dialects = {
  graph: { title: 'Microsoft Graph', scopePrefix: '' },
  outlook: { title: 'Outlook REST', scopePrefix: 'https://outlook.office.com/' },
} as const;

export type DialectName = keyof typeof dialects;

/** The proper name of the service that speaks a dialect; the same in every language. */
export function serviceTitle(dialect: DialectName): string {
  return dialects[dialect].title;
}

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
