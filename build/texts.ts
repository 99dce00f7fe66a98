import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import MessageFormat, { type PluralFunction } from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { parse, type Token } from '@messageformat/parser';
import { isLater } from './laterTexts';

/** Texts by key, in ICU message syntax. */
export type Catalog = Readonly<Record<string, string>>;

/** Where the pane's catalogs are; the administrators' page has its own, in fewer languages. */
export const catalogFolders = { pane: 'src/ui/texts', people: 'src/people/texts' } as const;

const folder = catalogFolders.pane;

/** The language whose catalog the others follow. */
export const reference = 'en';

/** Reads `<language>.json` of a folder. */
export function readCatalog(language: string, from: string = folder): Catalog {
  return JSON.parse(readFileSync(catalogFile(language, from), 'utf8')) as Catalog;
}

/** The path of a language's catalog. */
export function catalogFile(language: string, from: string = folder): string {
  return join(from, `${language}.json`);
}

/** The languages that have a catalog, English first. */
export function languages(from: string = folder): readonly string[] {
  const others = readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .filter((language) => language !== reference);
  return [reference, ...others];
}

/**
 * Compiles the catalogs to modules of functions in the folder `compiled` beside them, typed by the English one. Unchanged files are
 * not written, so that watchers stay idle.
 * @returns the paths of the catalogs.
 */
export function compileCatalogs(): readonly string[] {
  return [...compilePaneCatalogs(), ...compilePeopleCatalogs()];
}

/** English is part of the page's script, and German a file of its own. */
function compilePeopleCatalogs(): readonly string[] {
  const from = catalogFolders.people;
  const out = join(from, 'compiled');
  mkdirSync(out, { recursive: true });
  const english = readCatalog(reference, from);
  writeIfChanged(join(out, 'messages.d.ts'), declareMessages(english));
  for (const language of languages(from)) {
    writeModule(join(out, language), compileCatalog(language, { ...english, ...readCatalog(language, from) }), english);
  }
  return languages(from).map((language) => catalogFile(language, from));
}

function compilePaneCatalogs(): readonly string[] {
  const out = join(folder, 'compiled');
  mkdirSync(out, { recursive: true });
  const catalog = readCatalog(reference);
  const { first, later } = splitCatalog(catalog);
  writeIfChanged(join(out, 'messages.d.ts'), declareMessages(catalog));
  writeModule(join(out, reference), compileCatalog(reference, first), first);
  writeModule(join(out, `${reference}-later`), compileCatalog(reference, later), later);
  for (const language of languages().filter((one) => one !== reference)) {
    // A text that is not translated yet is English; catalogProblems names it.
    writeModule(join(out, language), compileCatalog(language, { ...catalog, ...readCatalog(language) }), catalog);
  }
  return languages().map((language) => catalogFile(language));
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
  return compileModule(new MessageFormat(language === reference ? language : pluralRules(language)), { ...catalog });
}

/**
 * The plural rules of the browser, for lazy-loaded languages. Those of the compiler's runtime are one module for all
 * languages, which would be part of the first script.
 */
function pluralRules(language: string): PluralFunction {
  const rules = new Intl.PluralRules(language);
  const select = (value: number | string) => rules.select(Number(value));
  // The compiler calls its locale by the function's name, and writes the function's text to the module.
  return Object.assign(Object.defineProperty(select, 'name', { value: language }), {
    cardinals: rules.resolvedOptions().pluralCategories,
    toString: () => `(value) => new Intl.PluralRules("${language}").select(value)`,
  });
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
export function valuesIn(tokens: readonly Token[], values = new Map<string, string>()): ReadonlyMap<string, string> {
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
