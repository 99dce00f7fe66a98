import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestTranslations } from '../../build/manifestTranslations';
import { unifiedManifest, unifiedTranslation } from '../../build/unifiedManifest';
import { checkUnifiedManifest } from './checkUnified';

const xml = readFileSync('manifest.xml', 'utf8');
const good = unifiedManifest(xml);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unified-'));
  await cp('assets', join(folder, 'assets'), { recursive: true });
  for (const { file, locale } of manifestTranslations) {
    await writeFile(join(folder, file), unifiedTranslation(xml, locale));
  }
});

afterAll(() => rm(folder, { recursive: true }));

test('the unified manifest fits the published schema', async () => {
  expect(await checkUnifiedManifest(good, folder)).toEqual([]);
});

test.each([
  ['an unknown member', '"manifestVersion"', '"color": "blue", "manifestVersion"', 'additional properties (color).'],
  ['a missing member', /"accentColor": ".*",/, '', "must have required property 'accentColor' (accentColor)."],
  ['an id that is no GUID', /"id": "[\da-f]{8}-[^"]*"/, '"id": "photo"', '"/id" must match pattern'],
  ['an unknown place', '"mailRead"', '"mailView"', '"/extensions/0/ribbons/0/contexts/0" must be equal to one of'],
  ['a long name', '"short": "User Photo', `"short": "${'x'.repeat(30)}`, '"/name/short" must NOT have more than 30'],
  [
    'a relative page',
    '"page": "https://localhost:3000/',
    '"page": "/',
    '"/extensions/0/runtimes/0/code/page" must match pattern',
  ],
  [
    'an eighth mobile icon only',
    /\{\s*"size": 48,\s*"scale": 3,[^}]*\}/,
    '{"size": 48, "scale": 4, "url": "https://a"}',
    '/icons/8/scale" must be',
  ],
  ['an unknown version', '"manifestVersion": "1.17"', '"manifestVersion": "1.99"', 'has no published schema'],
  ['no JSON', /^\{/, '', 'This is not a JSON object.'],
  ['a missing translation', '"manifest.de.json"', '"manifest.sv.json"', 'names the texts manifest.sv.json'],
  ['a missing icon', 'icon-192.png', 'icon-256.png', 'icon-256.png is not a picture here'],
  [
    'an icon of the wrong size',
    'icon-outline.png',
    'icon-16.png',
    'icon-16.png has 16 x 16 pixels. Write the path of one of 32 x 32.',
  ],
])('%s is refused', async (_what, from, to, sentence) => {
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  expect((await checkUnifiedManifest(bad, folder)).join('\n')).toContain(sentence);
});

test('a translation is checked as well', async () => {
  await writeFile(join(folder, 'manifest.sv.json'), '{ "name": "Foto" }');
  const problems = await checkUnifiedManifest(good.replace('manifest.de.json', 'manifest.sv.json'), folder);
  expect(problems).toContain("manifest.sv.json: The manifest must have required property 'name.short' (name.short).");
});
