import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import de from './strings/de.json';
import en from './strings/en.json';
import { loadWords, type WordKey } from './words';

const keys = Object.keys(en) as WordKey[];
/** Names in braces that stand for a value; what a plural says in braces is text. */
const placeholders = (text: string): string[] => (text.match(/\{\w+(?=[,}])/g) ?? []).sort();

test('both catalogues have the same texts with the same placeholders, and none is empty', () => {
  expect(Object.keys(de)).toEqual(keys);
  for (const key of keys) {
    expect([key, placeholders(de[key])]).toEqual([key, placeholders(en[key])]);
    expect([key, en[key].trim() !== '' && de[key].trim() !== '']).toEqual([key, true]);
  }
});

test('every text is said somewhere', () => {
  const sources = ['src']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((file) => /\.(tsx?|html)$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // Some keys end in a name that comes with the value: tab.${screen}.
  const composed = [...sources.matchAll(/[`'"]([a-z]+\.(?:[a-z]+\.)?)\$\{/gi)].map(([, start = '']) => start);
  const unsaid = keys.filter(
    (key) => !sources.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start)),
  );
  expect(unsaid).toEqual([]);
});

test('plurals and dates follow the language', async () => {
  expect((await loadWords('de-AT'))('message.several', { count: 2 })).toBe('2 Nachrichten ausgewählt');
  expect((await loadWords('en-GB'))('message.several', { count: 1 })).toBe('1 message is selected');
  expect((await loadWords('fr')).language).toBe('en');
  expect((await loadWords('de')).moment(Date.UTC(2026, 10, 24))).toContain('2026');
});
