import { isFound, propertiesOf } from './odata/search';
import { matches, nodesOf, pathsOf, type Entity } from './odata/matches';
import { nextPage, readOptions, readSelect, type QueryOptions } from './odata/options';
import { sorted } from './odata/sorted';
import { QueryError } from './odata/tokenize';
import type { Filter } from './odata/filter';
import type { ResourceRequest } from './resourceRequest';
import { insufficientPrivileges, type ServiceResponse } from './serviceResponse';

/** A kind of directory entries, as a token may see them. */
export interface EntityType {
  /** Name in messages, such as `microsoft.graph.user`. */
  readonly type: string;
  /** Name in addresses, such as `users`. */
  readonly name: string;
  readonly properties: readonly string[];
  /** Returned without `$select`. */
  readonly defaults: readonly string[];
  /** Whether the token's permissions cover a property; others are left out of results. */
  readonly isVisible: (property: string) => boolean;
  /** Whether a property can be filtered; throws a QueryError with a more exact reason. */
  readonly isFilterable: (property: string) => boolean;
}

const paging = '$skiptoken';

/** Alternatives in one filter, and values of one `in`. */
const maxAlternatives = 15;

/** Properties that cannot be compared by their start or end (Microsoft Graph, user resource: `$filter` of each property). */
const withoutStart = ['id', 'userType', 'accountEnabled'];

/** Lists directory entries: filter, search, order, one page, the fields that the token may see. @throws QueryError */
export function listEntities(
  request: ResourceRequest,
  entities: readonly Entity[],
  entityType: EntityType,
  isCount: boolean,
): ServiceResponse {
  const { service, path } = request;
  const options = readOptions(path.query, { ...entityType, paging, pageSize: service.state.pageSize, maxTop: 999 });
  const isEventual = request.header('consistencylevel').toLowerCase() === 'eventual';
  checkConsistency(options, isEventual, isCount);
  const paths = [
    ...(options.filter ? pathsOf(options.filter) : []),
    ...(options.search ? propertiesOf(options.search) : []),
  ];
  const unknown = paths.find((one) => !entityType.properties.includes(one));
  if (unknown !== undefined) {
    throw new QueryError(`Could not find a property named '${unknown}' on type '${entityType.type}'.`);
  }
  if (!paths.every(entityType.isFilterable)) return insufficientPrivileges();
  const { filter, search } = options;
  const isMatch = (entity: Entity): boolean =>
    (!filter || matches(entity, filter)) && (!search || isFound(entity, search));
  const found = sorted(filter || search ? entities.filter(isMatch) : entities, options.orderBy);
  if (isCount) return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(found.length) };
  return { status: 200, body: pageOf(request, found, options, entityType, isEventual) };
}

function pageOf(
  request: ResourceRequest,
  found: readonly Entity[],
  options: QueryOptions,
  entityType: EntityType,
  isEventual: boolean,
): object {
  const { service, path } = request;
  const root = `${service.origin}${path.root}`;
  const next = options.skip + options.top;
  const fields = options.select ? `(${options.select.join(',')})` : '';
  return {
    '@odata.context': `${root}/$metadata#${entityType.name}${fields}`,
    ...(options.isCounted && isEventual && { '@odata.count': found.length }),
    ...(next < found.length && {
      '@odata.nextLink': `${root}/${entityType.name}?${nextPage(path.query, next, { paging })}`,
    }),
    value: found.slice(options.skip, next).map((entity) => selectFields(entity, options.select, entityType)),
  };
}

/** One entry with `$select`. @throws QueryError */
export function oneEntity(request: ResourceRequest, entity: Entity, entityType: EntityType): ServiceResponse {
  const { service, path } = request;
  const select = readSelect(path.query, entityType);
  const fields = select ? `(${select.join(',')})` : '';
  const context = `${service.origin}${path.root}/$metadata#${entityType.name}${fields}/$entity`;
  return { status: 200, body: { '@odata.context': context, ...selectFields(entity, select, entityType) } };
}

function selectFields(
  entity: Entity,
  select: readonly string[] | null,
  { defaults, isVisible }: EntityType,
): Record<string, unknown> {
  const names = (select ?? defaults).filter(isVisible);
  return Object.fromEntries(names.map((name) => [name, entity[name] ?? null]));
}

/** Queries that the directory answers only with `ConsistencyLevel: eventual`, some with `$count=true` too. */
function checkConsistency(
  { filter, search, isCounted, orderBy }: QueryOptions,
  isEventual: boolean,
  isCount: boolean,
): void {
  const code = 'Request_UnsupportedQuery';
  if ((search || isCount) && !isEventual) {
    const what = search ? '$search' : '$count';
    const message = `Request with ${what} only works with the request header 'ConsistencyLevel: eventual'.`;
    throw new QueryError(message, code);
  }
  if (!filter) return;
  const isAdvancedQuery = isEventual && (isCounted || isCount);
  if (orderBy.length > 0 && !isAdvancedQuery) throw new QueryError('Sorting not supported for current query.', code);
  const nodes = nodesOf(filter);
  const unsupported = nodes.find((node) => node.kind === 'call' && withoutStart.includes(node.path));
  if (unsupported) throw new QueryError('Unsupported or invalid query filter clause specified.', code);
  const advanced = nodes.find(isAdvanced);
  if (advanced && !isAdvancedQuery) {
    const operator = advanced.kind === 'call' ? advanced.name : advanced.kind;
    const message = `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header.`;
    throw new QueryError(message, code);
  }
  const alternatives = Math.max(...nodes.map(alternativesOf));
  if (alternatives > maxAlternatives) {
    const message = `Too many child clauses specified in search filter expression containing 'OR' operators: ${alternatives}. Max allowed: ${maxAlternatives}.`;
    throw new QueryError(message, code);
  }
}

function isAdvanced(node: Filter): boolean {
  if (node.kind === 'call') return node.name === 'endswith';
  return node.kind === 'not' || (node.kind === 'compare' && node.operator === 'ne');
}

function alternativesOf(node: Filter): number {
  if (node.kind === 'or') return node.parts.length;
  return node.kind === 'in' ? node.values.length : 0;
}
