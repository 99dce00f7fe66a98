import { parseFilter, type Filter } from './filter';
import { parseSearch, type Search } from './search';
import { QueryError } from './tokenize';

/** Query options of a collection. */
export interface QueryOptions {
  readonly filter: Filter | null;
  readonly search: Search | null;
  /** Properties to return; null: the default ones. */
  readonly select: readonly string[] | null;
  readonly top: number;
  /** Entries to skip. */
  readonly skip: number;
  readonly isCounted: boolean;
  /** Properties to sort by, the first one counts most; empty: the service's own order. */
  readonly orderBy: readonly Order[];
}

export interface Order {
  readonly property: string;
  readonly isDescending: boolean;
}

export interface OptionLimits {
  /** Entries of a page without `$top`. */
  readonly pageSize: number;
  readonly maxTop: number;
  /** Properties of the entity: others cannot be selected. */
  readonly properties: readonly string[];
  /** Name of the entity's type in messages. */
  readonly type: string;
  /** How pages follow each other: mailboxes count entries with `$skip`, the directory has tokens alone. */
  readonly paging: '$skip' | '$skiptoken';
}

/** Reads `$filter`, `$search`, `$select`, `$top`, `$count`, `$orderby`, `$skip` and `$skiptoken`. @throws QueryError */
export function readOptions(query: URLSearchParams, limits: OptionLimits): QueryOptions {
  const option = (name: string): string | null => query.get(`$${name}`) ?? query.get(name);
  const [filter, search] = [option('filter'), option('search')];
  return {
    filter: filter === null ? null : parseFilter(filter),
    search: search === null ? null : parseSearch(search),
    select: readSelect(query, limits),
    top: readTop(option('top'), limits),
    skip: limits.paging === '$skip' ? readSkip(option('skip')) : readSkipToken(option('skip'), option('skiptoken')),
    isCounted: option('count')?.toLowerCase() === 'true',
    orderBy: readOrder(option('orderby'), limits),
  };
}

/** Properties of `$select`; null: none was given. @throws QueryError for one that the type does not have */
export function readSelect(query: URLSearchParams, limits: Pick<OptionLimits, 'properties' | 'type'>) {
  const text = query.get('$select') ?? query.get('select') ?? '';
  if (text === '' || text === '*') return null;
  return text.split(',').map((name) => findProperty(name.trim(), limits));
}

/** The query of the next page. `skip`: the number of entries before it. */
export function nextPage(query: URLSearchParams, skip: number, { paging }: Pick<OptionLimits, 'paging'>): string {
  const next = new URLSearchParams(query);
  next.set(paging, paging === '$skip' ? String(skip) : Buffer.from(`skip=${skip}`).toString('base64url'));
  return next.toString();
}

function readSkip(text: string | null): number {
  if (text !== null && !/^\d+$/.test(text)) throw new QueryError(`Invalid value '${text}' for $skip.`);
  return Number(text ?? 0);
}

function readSkipToken(number: string | null, token: string | null): number {
  if (number !== null) throw new QueryError("'$skip' is not supported by the service.", 'Request_BadRequest');
  if (token === null) return 0;
  const skip = /^skip=(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (skip === undefined) throw new QueryError('The skip token is invalid.', 'Directory_ExpiredPageToken');
  return Number(skip);
}

function readTop(text: string | null, { pageSize, maxTop }: OptionLimits): number {
  if (text === null) return pageSize;
  const top = Number(text);
  if (!/^\d+$/.test(text) || top < 1 || top > maxTop) {
    const message = `Invalid page size specified: '${text}'. Must be between 1 and ${maxTop} inclusive.`;
    throw new QueryError(message, 'Request_UnsupportedQuery');
  }
  return top;
}

function readOrder(text: string | null, limits: OptionLimits): QueryOptions['orderBy'] {
  if (text === null) return [];
  return text.split(',').map((part) => {
    const [, property = part, direction = 'asc'] = /^(\w+)(?: +(asc|desc))?$/i.exec(part.trim()) ?? [];
    return { property: findProperty(property, limits), isDescending: direction.toLowerCase() === 'desc' };
  });
}

function findProperty(name: string, { properties, type }: Pick<OptionLimits, 'properties' | 'type'>): string {
  const found = properties.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new QueryError(`Could not find a property named '${name}' on type '${type}'.`);
  return found;
}
