import type { Entity } from './matches';
import { QueryError } from './tokenize';

interface Clause {
  readonly property: string;
  readonly text: string;
}

/** A `$search` of the directory: alternatives, each of which has clauses that all have to match. */
export type Search = readonly (readonly Clause[])[];

/** Parses `"displayName:meg" OR "mail:meg"`; AND binds tighter than OR. @throws QueryError */
export function parseSearch(search: string): Search {
  return search.split(/\s+OR\s+/).map((part) => part.split(/\s+AND\s+/).map(parseClause));
}

function parseClause(text: string): Clause {
  const [, property, value] = /^\s*\(?"([A-Za-z]+):((?:[^"\\]|\\.)*)"\)?\s*$/.exec(text) ?? [];
  if (property === undefined || value === undefined) {
    throw new QueryError(`Syntax error: unexpected expression '${text}' in $search.`, 'Request_BadRequest');
  }
  return { property, text: value.replace(/\\(.)/g, '$1').toLowerCase() };
}

/** Whether an entity matches: a word of `displayName` or `description`, or any other property, starts with the text. */
export function isFound(entity: Entity, search: Search): boolean {
  return search.some((clauses) => clauses.every(({ property, text }) => startsWith(entity[property], text)));
}

function startsWith(value: unknown, text: string): boolean {
  if (typeof value !== 'string') return false;
  const found = value.toLowerCase();
  return found.startsWith(text) || found.split(/[\s.,_-]+/).some((word) => word.startsWith(text));
}
