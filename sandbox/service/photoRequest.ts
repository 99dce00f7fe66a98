import type { Dialect, PhotoRequest } from './readPhoto';

const roots: readonly (readonly [root: RegExp, dialect: Dialect, beta: boolean])[] = [
  [/^\/v1\.0(?=\/)/i, 'graph', false],
  [/^\/beta(?=\/)/i, 'graph', true],
  [/^\/api\/v2\.0(?=\/)/i, 'outlook', false],
  [/^\/api\/beta(?=\/)/i, 'outlook', true],
];

/** Splits a path into dialect and the rest behind the dialect's root; null: no such root. */
export function splitPath(path: string): { dialect: Dialect; beta: boolean; rest: string } | null {
  const found = roots.find(([root]) => root.test(path));
  return found ? { dialect: found[1], beta: found[2], rest: path.replace(found[0], '') } : null;
}

const tails: readonly (readonly [tail: RegExp, operation: PhotoRequest['operation']])[] = [
  [/^$/, 'profile'],
  [/^\/photo$/i, 'metadata'],
  [/^\/photo\/\$value$/i, 'photo'],
  [/^\/photos$/i, 'sizes'],
  [/^\/photos(?:\/(\d+)x\d+|\('(\d+)x\d+'\))$/i, 'metadata'],
  [/^\/photos(?:\/(\d+)x\d+|\('(\d+)x\d+'\))\/\$value$/i, 'photo'],
];

/** Parses an encoded path; null: no operation of the photo API. */
export function parsePhotoRequest(path: string): PhotoRequest | null {
  const place = splitPath(path);
  if (!place) return null;
  const { dialect, beta } = place;
  // Query options are ignored: all fields are returned.
  const rest = place.rest.replace(/\?.*$/s, '');
  const user =
    dialect === 'graph'
      ? /^\/(?:me|users\/([^/]+))(?=\/|$)/i.exec(rest)
      : /^\/(?:me|users\('((?:[^']|'')+)'\))(?=\/|$)/i.exec(rest);
  if (!user) return null;
  const tail = rest.slice(user[0].length);
  for (const [pattern, operation] of tails) {
    const match = pattern.exec(tail);
    const size = match?.[1] ?? match?.[2];
    // Outlook REST v2.0 has no sizes.
    if (match && !(dialect === 'outlook' && !beta && /^\/photos/i.test(tail))) {
      return {
        dialect,
        beta,
        key: decodeKey(user[1], dialect),
        operation,
        size: size === undefined ? null : Number(size),
      };
    }
  }
  return null;
}

function decodeKey(encoded: string | undefined, dialect: Dialect): string | null {
  if (encoded === undefined) return null;
  const key = decodeURIComponent(encoded);
  return dialect === 'outlook' ? key.replaceAll("''", "'") : key;
}
