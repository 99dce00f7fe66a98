import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { parse, type Token } from '@messageformat/parser';
import { isLater } from './laterTexts';

/** Texts by key, in ICU message syntax. */
export type Catalog = Readonly<Record<string, string>>;

const folder = 'src/ui/texts';
const reference = 'en';

/** Reads `src/ui/texts/<language>.json`. */
export function readCatalog(language: string): Catalog {
  return JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Catalog;
}

/** The languages that have a catalog. */
export function languages(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'));
}

/**
 * Compiles the catalogs to modules of functions in `src/ui/texts/compiled/`, typed by the English one. Unchanged files are
 * not written, so that watchers stay idle.
 * @returns the paths of the catalogs.
 */
export function compileCatalogs(): readonly string[] {
  const out = join(folder, 'compiled');
  mkdirSync(out, { recursive: true });
  const catalog = readCatalog(reference);
  const { first, later } = splitCatalog(catalog);
  writeIfChanged(join(out, 'messages.d.ts'), declareMessages(catalog));
  writeModule(join(out, reference), compileCatalog(reference, first), first);
  writeModule(join(out, `${reference}-later`), compileCatalog(reference, later), later);
  for (const language of languages().filter((one) => one !== reference)) {
    writeModule(join(out, language), compileCatalog(language, readCatalog(language)), catalog);
  }
  return languages().map((language) => join(folder, `${language}.json`));
}

/**
 * The source of a module whose default export has a function for each text.
 * @throws Error for a text that formats a value: compiled formats follow the language and ignore the region.
 */
export function compileCatalog(language: string, catalog: Catalog): string {
  for (const [key, text] of Object.entries(catalog)) {
    if (hasFormat(parse(text))) {
      throw new Error(`The text "${key}" formats a value. Write {name} alone and pass texts.number(...) as its value.`);
    }
  }
  return compileModule(new MessageFormat(language), { ...catalog });
}

/** The declaration of all texts and of the values that each of them needs. */
export function declareMessages(catalog: Catalog): string {
  const members = Object.entries(catalog).map(([key, text]) => {
    const values = [...valuesIn(parse(text))].map(([name, type]) => `readonly ${name}: ${type}`);
    const parameters = values.length > 0 ? `values: { ${values.join('; ')} }` : '';
    return `  readonly '${key}': (${parameters}) => string;`;
  });
  return [
    '/** The texts of a language, compiled by build/texts.ts. */',
    'export interface Messages {',
    ...members,
    '}',
    '',
  ].join('\n');
}

/** The texts of the first script, and those that are loaded later. */
function splitCatalog(catalog: Catalog): { readonly first: Catalog; readonly later: Catalog } {
  const entries = Object.entries(catalog);
  return {
    first: Object.fromEntries(entries.filter(([key]) => !isLater(key))),
    later: Object.fromEntries(entries.filter(([key]) => isLater(key))),
  };
}

/** Writes a compiled module, declared to have the keys of `catalog`. `path`: without its ending. */
function writeModule(path: string, source: string, catalog: Catalog): void {
  const keys = Object.keys(catalog).map((key) => `'${key}'`);
  writeIfChanged(`${path}.js`, source);
  writeIfChanged(
    `${path}.d.ts`,
    "import type { Messages } from './messages';\n\n" +
      `declare const messages: Pick<Messages, ${keys.join(' | ')}>;\nexport default messages;\n`,
  );
}

function hasFormat(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => token.type === 'function' || ('cases' in token && token.cases.some((one) => hasFormat(one.tokens))),
  );
}

/** The names of a text's values with their types; a value that is counted is a number. */
function valuesIn(tokens: readonly Token[], values = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const token of tokens) {
    if (token.type === 'argument' && !values.has(token.arg)) values.set(token.arg, 'string | number');
    if (token.type === 'plural' || token.type === 'selectordinal') values.set(token.arg, 'number');
    if (token.type === 'select') values.set(token.arg, 'string');
    if ('cases' in token) for (const { tokens: inner } of token.cases) valuesIn(inner, values);
  }
  return values;
}

function writeIfChanged(path: string, content: string): void {
  try {
    if (readFileSync(path, 'utf8') === content) return;
  } catch {
    // Not written yet.
  }
  writeFileSync(path, content);
}
