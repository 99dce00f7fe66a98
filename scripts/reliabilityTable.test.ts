import { existsSync, readFileSync } from 'node:fs';

interface Row {
  readonly id: string;
  /** Tests as `file`: title, or one reason why there is none. */
  readonly shownBy: readonly string[];
}

const document = readFileSync('docs/reliability.md', 'utf8');
const rows: readonly Row[] = [...document.matchAll(/^\| \*\*(\w+)\*\* [^|]+\|[^|]+\|([^|]*)\|$/gm)].map(
  ([, id = '', tests = '']) => ({ id, shownBy: tests.trim().split('<br>') }),
);
const tests = rows.flatMap(({ id, shownBy }) =>
  shownBy.flatMap((text) => {
    const [, file, title] = /^`([^`]+)`: (.+)$/.exec(text) ?? [];
    return file !== undefined && title !== undefined ? [{ id, file, title }] : [];
  }),
);

/** A reason takes the place of the tests. */
const reason = /^Not a test: .{20,}/;

/** Whether a file has a string that is this title; `…` stands for a placeholder of it, or for a value. */
function hasTitle(source: string, title: string): boolean {
  const parts = title.split('…').map((part) => part.replace(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`));
  return new RegExp(`['"\`]${parts.join('[^\n]+')}['"\`]`).test(source);
}

test('every line of a table is a row with a name of its own', () => {
  const lines = document.match(/^\| \*\*/gm) ?? [];
  expect(rows).toHaveLength(lines.length);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(rows.map(({ id }) => id.charAt(0)))).toEqual(new Set('ABCDEFGHIJKLM'));
});

test('no row is without a test or a reason', () => {
  const without = rows.flatMap(({ id, shownBy }) =>
    shownBy.filter((text) => !reason.test(text) && !/^`[^`]+`: ./.test(text)).map((text) => `${id}: ${text}`),
  );
  expect(without).toEqual([]);
});

test('every test that is named is there', () => {
  const gone = tests.filter(({ file, title }) => !existsSync(file) || !hasTitle(readFileSync(file, 'utf8'), title));
  expect(gone).toEqual([]);
});

test('a title that is not there is noticed', () => {
  const source = "test.each([1])('%s of many -> %s', () => {});";
  expect(hasTitle(source, '… of many -> …')).toBe(true);
  expect(hasTitle(source, '… of all -> …')).toBe(false);
  expect(hasTitle(source, 'of many -> …')).toBe(false);
});

test('the tests that the page on security names are there', () => {
  const named = [...readFileSync('docs/security.md', 'utf8').matchAll(/`((?:src|e2e|scripts|build)\/[\w./*-]+)`/g)];
  const files = named.map(([, file = '']) => (/^e2e\/\w+$/.test(file) ? `${file}.e2e.ts` : file));
  expect(files.filter((file) => !file.includes('*') && !existsSync(file))).toEqual([]);
});
