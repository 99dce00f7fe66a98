import { readFileSync } from 'node:fs';
import { checkManifest } from './check';

const good = readFileSync('manifest.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const sizeByName = (path: string): Promise<{ width: number; height: number } | null> => {
  const size = Number(/-(\d+)\.png$/.exec(path)?.[1] ?? 0);
  return Promise.resolve(size > 0 ? { width: size, height: size } : null);
};
const problemsOf = (xml: string): Promise<readonly string[]> => checkManifest(xml, version, sizeByName);

test('the manifest of the project is valid', async () => {
  expect(await problemsOf(good)).toEqual([]);
});

test.each([
  ['elements in the wrong order', /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1', /<Id> is in the wrong place/],
  ['a missing SupportUrl', /<SupportUrl[^>]*>/, '', /lacks <SupportUrl>/],
  ['an http address', 'https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html', /Use https/],
  ['an undefined resid', 'resid="Open.Tip"', 'resid="Open.Top"', /"Open.Top", which is not defined/],
  ['an unused resource', /resid="Open.Tip"/g, 'resid="Open.Label"', /"Open.Tip", which is not used/],
  ['an id that is not a GUID', /<Id>.*<\/Id>/, '<Id>photo</Id>', /must be a GUID/],
  ['an unknown permission', 'ReadItem', 'ReadEverything', /must be ReadItem/],
  [
    'a version other than that of package.json',
    /<Version>.*<\/Version>/,
    '<Version>9.9.9.0</Version>',
    /version of package.json/,
  ],
  ['an icon of the wrong size', 'icon-64.png', 'icon-80.png', /needs 64 x 64 pixels/],
  ['a missing icon file', 'icon-128.png', 'logo.png', /is not a file of the project/],
  ['a text that is too long', 'Value="Benutzerfoto"', `Value="${'x'.repeat(126)}"`, /longer than 125/],
  ['a missing German text', /<Override Locale="de-DE" Value="Benutzerfoto für Outlook" \/>/, '', /no German text/],
  ['an id that is too long', /Group\.Label/g, 'G'.repeat(33), /more than 32 characters/],
  [
    'overrides 1.1 outside overrides 1.0',
    'VersionOverridesV1_0',
    'VersionOverridesV1_x',
    /inside VersionOverridesV1_0/,
  ],
])('%s is reported', async (_what, from, to, problem) => {
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  expect((await problemsOf(bad)).join('\n')).toMatch(problem);
});
