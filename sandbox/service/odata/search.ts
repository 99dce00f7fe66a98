import type { Entity } from './matches';
import { QueryError } from './tokenize';

/** A parsed `$search` of the directory. */
export type Search =
  | { readonly kind: 'clause'; readonly property: string; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Search[] };

type Token =
  | { readonly kind: 'clause'; readonly property: string; readonly text: string }
  | { readonly kind: 'mark'; readonly value: string };

/** `"property:text"`, where `\"` and `\\` stand for a quote and a backslash; `AND`, `OR` in capitals; parentheses. */
const pattern = /\s*(?:"([A-Za-z]+):((?:[^"\\]|\\["\\])*)"|(AND|OR)(?![A-Za-z])|([()]))/y;

/** Parses `"displayName:meg" OR "mail:meg"`; AND binds tighter than OR. @throws QueryError */
export function parseSearch(search: string): Search {
  const tokens = tokenize(search);
  let position = 0;
  const take = (mark: string): boolean => {
    const token = tokens[position];
    if (token?.kind !== 'mark' || token.value !== mark) return false;
    position++;
    return true;
  };
  const chain = (kind: 'and' | 'or', mark: string, next: () => Search): Search => {
    const first = next();
    const parts = [first];
    while (take(mark)) parts.push(next());
    return parts.length === 1 ? first : { kind, parts };
  };
  const primary = (): Search => {
    if (take('(')) {
      const inner = or();
      if (!take(')')) throw syntaxError(search);
      return inner;
    }
    const token = tokens[position++];
    if (token?.kind !== 'clause') throw syntaxError(search);
    return token;
  };
  const or = (): Search => chain('or', 'OR', () => chain('and', 'AND', primary));
  const parsed = or();
  if (position < tokens.length) throw syntaxError(search);
  return parsed;
}

function tokenize(search: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = search.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(search);
    if (!match) throw syntaxError(search);
    const [, property, text = '', word, mark] = match;
    if (property === undefined) tokens.push({ kind: 'mark', value: word ?? mark ?? '' });
    else tokens.push({ kind: 'clause', property, text: text.replace(/\\(.)/g, '$1') });
  }
  return tokens;
}

function syntaxError(search: string): QueryError {
  return new QueryError(`Syntax error: unexpected expression '${search}' in $search.`, 'Request_BadRequest');
}

/** Properties that a search uses. */
export function propertiesOf(search: Search): readonly string[] {
  return search.kind === 'clause' ? [search.property] : search.parts.flatMap(propertiesOf);
}

/**
 * Whether an entity matches: a word of `displayName` or `description`, or the start of any other property. Case does not
 * count. Accents do: the documentation does not say, and a client must not depend on it.
 */
export function isFound(entity: Entity, search: Search): boolean {
  if (search.kind !== 'clause') {
    const isPartFound = (part: Search): boolean => isFound(entity, part);
    return search.kind === 'and' ? search.parts.every(isPartFound) : search.parts.some(isPartFound);
  }
  const { property, text } = search;
  const value = entity[property];
  if (typeof value !== 'string') return false;
  const [found, wanted] = [comparable(value), comparable(text)];
  if (found.startsWith(wanted)) return true;
  const isTokenized = property === 'displayName' || property === 'description';
  return isTokenized && found.split(/[\s.,_-]+/).some((word) => word.startsWith(wanted));
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
