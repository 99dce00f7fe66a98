import type { Dialect, Question } from './read';

const roots: readonly (readonly [root: RegExp, dialect: Dialect, beta: boolean])[] = [
  [/^\/v1\.0(?=\/)/i, 'graph', false],
  [/^\/beta(?=\/)/i, 'graph', true],
  [/^\/api\/v2\.0(?=\/)/i, 'outlook', false],
  [/^\/api\/beta(?=\/)/i, 'outlook', true],
];

/** Which dialect a path belongs to, and what stands behind the dialect's root. */
export function split(path: string): { dialect: Dialect; beta: boolean; rest: string } | null {
  const found = roots.find(([root]) => root.test(path));
  return found ? { dialect: found[1], beta: found[2], rest: path.replace(found[0], '') } : null;
}

const tails: readonly (readonly [tail: RegExp, operation: Question['operation']])[] = [
  [/^$/, 'profile'],
  [/^\/photo$/i, 'metadata'],
  [/^\/photo\/\$value$/i, 'photo'],
  [/^\/photos$/i, 'sizes'],
  [/^\/photos(?:\/(\d+)x\d+|\('(\d+)x\d+'\))$/i, 'metadata'],
  [/^\/photos(?:\/(\d+)x\d+|\('(\d+)x\d+'\))\/\$value$/i, 'photo'],
];

/** Reads a path as it stands on the request line, encoded. Null: no operation of the photo API. */
export function questionOf(path: string): Question | null {
  const place = split(path);
  if (!place) return null;
  const { dialect, beta } = place;
  // Query options, such as $select, choose among the fields; here all of them are told.
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
    // The first version of Outlook REST that names sizes is beta.
    if (match && !(dialect === 'outlook' && !beta && /^\/photos/i.test(tail))) {
      return { dialect, beta, key: keyOf(user[1], dialect), operation, size: size === undefined ? null : Number(size) };
    }
  }
  return null;
}

function keyOf(encoded: string | undefined, dialect: Dialect): string | null {
  if (encoded === undefined) return null;
  const key = decodeURIComponent(encoded);
  return dialect === 'outlook' ? key.replaceAll("''", "'") : key;
}
