import { readFileSync } from 'node:fs';
import { rewriteManifest } from '../../build/manifest';
import { brokenRules } from './brokenRules.fixture';
import { brokenStructure } from './brokenStructure.fixture';
import { checkManifest } from './check';
import { folderOf } from './folder';

const good = readFileSync('manifest.xml', 'utf8');
const authority = 'https://login.microsoftonline.com/common';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const brokenManifests = [...brokenStructure, ...brokenRules];

const problemsOf = (xml: string): Promise<readonly string[]> => checkManifest(xml, version, folderOf('manifest.xml'));

test.each([
  ['of the repository', good],
  ['of a build for a site', rewriteManifest(good, { address: 'https://photos.example' }, authority)],
  [
    'of a build for a folder of a site',
    rewriteManifest(good, { address: 'https://photos.example/sub/path' }, authority),
  ],
])('the manifest %s is valid', async (_what, xml) => {
  expect(await problemsOf(xml)).toEqual([]);
});

test.each(brokenManifests)('%s is refused', async (_what, from, to, sentence) => {
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  const problems = await problemsOf(bad);
  expect(problems).toEqual([expect.stringMatching(/^line \d+: /)]);
  expect(problems[0]?.replace(/^line \d+: /, '')).toBe(sentence);
});

test('each row of broken manifests breaks something else', () => {
  const edits = brokenManifests.map(([, from, to]) => good.replace(from, to));
  expect(new Set(edits).size).toBe(edits.length);
  expect(edits.length).toBeGreaterThanOrEqual(60);
});

test.each(['<Version>', '<RequestedHeight>', '<SupportsPinning>'])('a problem of %s names its line', async (tag) => {
  const bad = good.replace(tag, `${tag}x`);
  const line = bad.slice(0, bad.indexOf(`${tag}x`)).split('\n').length;
  expect(await problemsOf(bad)).toEqual([expect.stringContaining(`line ${line}: ${tag} `)]);
});

test('several problems are said together', async () => {
  const bad = good.replace('Mode="Or"', 'Mode="Xor"').replace('<SupportsPinning>true', '<SupportsPinning>yes');
  expect(await problemsOf(bad)).toHaveLength(2);
});

test('a manifest of a product below 1.0 is refused', async () => {
  const early = good.replace(`<Version>${version}.0`, '<Version>0.1.0.0');
  expect(await checkManifest(early, '0.1.0', folderOf('manifest.xml'))).toEqual([
    expect.stringContaining('Microsoft refuses versions below 1.0: write 1.0.0 there.'),
  ]);
});
