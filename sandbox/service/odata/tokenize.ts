/** A query that the service does not accept; answered with status 400. */
export class QueryError extends Error {
  override readonly name = 'QueryError';

  /** `code`: of the error response, `BadRequest` unless the service has a more exact one. */
  constructor(
    message: string,
    readonly code = 'BadRequest',
  ) {
    super(message);
  }
}

export type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'mark'; readonly value: string };

const pattern = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_@][\w.]*(?:\/[A-Za-z_][\w.]*)*)|([(),:]))/y;

/** Splits a `$filter` into quoted texts (an apostrophe is doubled), paths and marks. @throws QueryError */
export function tokenize(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = filter.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const position = pattern.lastIndex;
    const match = pattern.exec(filter);
    if (!match) throw new QueryError(`Syntax error at position ${position} in '${filter}'.`);
    const [, text, word, mark] = match;
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'mark', value: mark ?? '' });
  }
  return tokens;
}
