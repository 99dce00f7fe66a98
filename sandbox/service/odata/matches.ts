import type { Filter, Value } from './filter';

/** A JSON object of the service. */
export type Entity = Readonly<Record<string, unknown>>;

/** Whether an entity matches a filter. Texts are compared without case, types of proxy addresses (`SMTP:`) with it. */
export function matches(entity: Entity, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(entity, part));
    case 'or':
      return filter.parts.some((part) => matches(entity, part));
    case 'not':
      return !matches(entity, filter.part);
    case 'compare':
      return equal(valueAt(entity, filter.path), filter.value) === (filter.operator === 'eq');
    case 'in':
      return filter.values.some((value) => equal(valueAt(entity, filter.path), value));
    case 'call': {
      const [text, part] = [comparable(valueAt(entity, filter.path) ?? ''), comparable(filter.value)];
      return filter.name === 'startswith' ? text.startsWith(part) : text.endsWith(part);
    }
    case 'any': {
      const values = valueAt(entity, filter.path);
      const { variable, part } = filter;
      return Array.isArray(values) && values.some((value: unknown) => matches({ [variable]: value }, part));
    }
  }
}

/** Paths that a filter uses, without those inside `any`. */
export function pathsOf(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap(pathsOf);
    case 'not':
      return pathsOf(filter.part);
    default:
      return [filter.path];
  }
}

/** All nodes of a filter, itself included. */
export function nodesOf(filter: Filter): readonly Filter[] {
  if (filter.kind === 'and' || filter.kind === 'or') return [filter, ...filter.parts.flatMap(nodesOf)];
  if (filter.kind === 'not' || filter.kind === 'any') return [filter, ...nodesOf(filter.part)];
  return [filter];
}

function valueAt(entity: Entity, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (value as Entity | null | undefined)?.[name], entity);
}

function equal(found: unknown, value: Value): boolean {
  if (typeof value !== 'string') return (found ?? null) === value;
  return typeof found === 'string' && comparable(found) === comparable(value);
}

function comparable(value: unknown): string {
  const text = String(value).normalize('NFC');
  const type = /^[a-z0-9]+:/i.exec(text)?.[0] ?? '';
  return type + text.slice(type.length).toLowerCase();
}
