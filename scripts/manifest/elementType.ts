/** Which values an attribute or a text may have. */
export interface ValueType {
  readonly pattern: RegExp;
  /** What to write, as it ends the sentence "Write …". */
  readonly write: string;
}

/**
 * What an element may contain. An element that lists neither children nor text is empty.
 *
 * Children are in their order: `Name`, `Name?` (optional), `Name+` (once or more), `Name*` (any number). A prefix is
 * the name of another namespace of the structure (`bt:Image`), `=` gives the type where it is not the element's name
 * (`Icon=MobileIcon`). Attributes: `name` or `name?`.
 */
export interface ElementType {
  readonly attributes?: Readonly<Record<string, ValueType>>;
  readonly children?: readonly string[];
  readonly text?: ValueType;
  /** The types that `xsi:type` can name, in addition to what all of them have. */
  readonly variants?: Readonly<Record<string, ElementType>>;
}

/** One namespace: its address and its types by name. */
export interface Namespace {
  readonly uri: string;
  readonly types: Readonly<Record<string, ElementType>>;
}

/** One child in the content of an element. */
export interface Particle {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly repeats: boolean;
}

/** Reads a child of the notation of {@link ElementType}. @param namespace of the parent. */
export function parseParticle(notation: string, namespace: string): Particle {
  const [, prefix, name = '', type, count] = /^(?:([\w.]+):)?(\w+)(?:=(\w+))?([?+*]?)$/.exec(notation) ?? [];
  return {
    namespace: prefix ?? namespace,
    name,
    type: type ?? name,
    required: count === '' || count === '+',
    repeats: count === '+' || count === '*',
  };
}

/** One of the given words. */
export function oneOf(...words: readonly string[]): ValueType {
  const last = words.at(-1) ?? '';
  const write = words.length === 1 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
  return { pattern: new RegExp(`^(${words.join('|')})$`), write };
}
