export type Dialect = 'graph' | 'outlook';

/** A path of the service, decoded. */
export interface RequestPath {
  readonly dialect: Dialect;
  readonly beta: boolean;
  /** The dialect's root in its usual case, such as `/v1.0`. */
  readonly root: string;
  /** Decoded segments below the root; `users('a@b')` and `users/a@b` are both two of them. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

const roots: readonly (readonly [pattern: RegExp, root: string, dialect: Dialect, beta: boolean])[] = [
  [/^\/v1\.0(?=[/?]|$)/i, '/v1.0', 'graph', false],
  [/^\/beta(?=[/?]|$)/i, '/beta', 'graph', true],
  [/^\/api\/v2\.0(?=[/?]|$)/i, '/api/v2.0', 'outlook', false],
  [/^\/api\/beta(?=[/?]|$)/i, '/api/beta', 'outlook', true],
];

/** The dialect and root of an encoded path; null: the service has no such root. */
export function findRoot(
  path: string,
): { readonly dialect: Dialect; readonly root: string; readonly rest: string } | null {
  const found = roots.find(([pattern]) => pattern.test(path));
  return found ? { root: found[1], dialect: found[2], rest: path.replace(found[0], '') } : null;
}

/** Parses an encoded path; null: no such root, or a percent sign that encodes nothing. */
export function parseRequestPath(path: string): RequestPath | null {
  const found = roots.find(([pattern]) => pattern.test(path));
  if (!found) return null;
  const [pattern, root, dialect, beta] = found;
  const [rest = '', search = ''] = split(path.replace(pattern, ''), '?');
  try {
    const encoded = rest.split('/').filter((segment) => segment !== '');
    const segments = encoded.flatMap((segment) => splitKey(decodeURIComponent(segment)));
    return { dialect, beta, root, segments, query: new URLSearchParams(search) };
  } catch {
    return null;
  }
}

/** A key in parentheses is in quotes, with its apostrophes doubled. */
function splitKey(segment: string): readonly string[] {
  const match = /^([a-z]+)\('((?:[^']|'')+)'\)$/is.exec(segment);
  return match ? [match[1] ?? '', (match[2] ?? '').replaceAll("''", "'")] : [segment];
}

function split(text: string, mark: string): readonly string[] {
  const index = text.indexOf(mark);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
