import { QueryError, tokenize, type Token } from './tokenize';

/** A literal of a filter. */
export type Value = string | boolean | null;

/** A parsed `$filter`. `path` names a property; inside `any` it starts with the variable. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'compare'; readonly operator: 'eq' | 'ne'; readonly path: string; readonly value: Value }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly Value[] }
  | { readonly kind: 'call'; readonly name: 'startswith' | 'endswith'; readonly path: string; readonly value: string }
  | { readonly kind: 'any'; readonly path: string; readonly variable: string; readonly part: Filter };

/**
 * Parses the subset of OData's `$filter` that directories are searched with: eq, ne, in, startswith, endswith, any, and,
 * or, not, parentheses. @throws QueryError
 */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(tokenize(text));
  return parser.parse();
}

/** Recursive descent; `and` binds tighter than `or`. Operators and functions may be written in any case. */
class FilterParser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Filter {
    const filter = this.or();
    if (this.position < this.tokens.length) throw this.unexpected();
    return filter;
  }

  private or(): Filter {
    return this.chain('or', () => this.chain('and', () => this.not()));
  }

  private chain(kind: 'and' | 'or', next: () => Filter): Filter {
    const first = next();
    const parts = [first];
    while (this.takeWord(kind)) parts.push(next());
    return parts.length === 1 ? first : { kind, parts };
  }

  private not(): Filter {
    if (this.takeWord('not')) return { kind: 'not', part: this.not() };
    if (!this.takeMark('(')) return this.predicate();
    const inner = this.or();
    this.expectMark(')');
    return inner;
  }

  private predicate(): Filter {
    const word = this.expectWord();
    const name = word.toLowerCase();
    if (this.takeMark('(')) {
      if (name === 'startswith' || name === 'endswith') return this.call(name);
      if (name.endsWith('/any')) return this.any(word.slice(0, -'/any'.length));
      throw new QueryError(`Unknown function '${word}'.`);
    }
    if (this.takeWord('in')) return { kind: 'in', path: word, values: this.list() };
    for (const operator of ['eq', 'ne'] as const) {
      if (this.takeWord(operator)) return { kind: 'compare', operator, path: word, value: this.literal() };
    }
    throw this.unexpected();
  }

  private call(name: 'startswith' | 'endswith'): Filter {
    const path = this.expectWord();
    this.expectMark(',');
    const value = this.literal();
    this.expectMark(')');
    if (typeof value !== 'string') throw new QueryError(`'${name}' takes a text.`);
    return { kind: 'call', name, path, value };
  }

  private any(path: string): Filter {
    const variable = this.expectWord();
    this.expectMark(':');
    const part = this.or();
    this.expectMark(')');
    return { kind: 'any', path, variable, part };
  }

  private list(): readonly Value[] {
    this.expectMark('(');
    const values = [this.literal()];
    while (this.takeMark(',')) values.push(this.literal());
    this.expectMark(')');
    return values;
  }

  private literal(): Value {
    const token = this.tokens[this.position];
    const words: Readonly<Record<string, Value>> = { true: true, false: false, null: null };
    const value = token?.kind === 'text' ? token.value : words[token?.value ?? ''];
    if (value === undefined) throw this.unexpected();
    this.position++;
    return value;
  }

  private expectWord(): string {
    const token = this.tokens[this.position];
    if (token?.kind !== 'word') throw this.unexpected();
    this.position++;
    return token.value;
  }

  private expectMark(mark: string): void {
    if (!this.takeMark(mark)) throw this.unexpected();
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== 'word' || token.value.toLowerCase() !== word) return false;
    this.position++;
    return true;
  }

  private takeMark(mark: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== 'mark' || token.value !== mark) return false;
    this.position++;
    return true;
  }

  private unexpected(): QueryError {
    const token = this.tokens[this.position];
    return new QueryError(token ? `Syntax error at '${token.value}'.` : 'The filter ends too early.');
  }
}
