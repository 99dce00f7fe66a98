import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { cacheControlOf, deploymentHeaders, headersOf } from '../build/hosting/headers';
import { isLater, isLaterOnPage } from '../build/laterTexts';
import { start, startTimeout } from './support/process';

// What is in dist/ and how it is served, without a browser's window.

const files = readdirSync('dist', { recursive: true }).map(String);
const read = (name: string): Buffer => readFileSync(join('dist', name));

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
}

/** The package of a source in a source map; null for the add-in's own. */
function packageOf(source: string): string | null {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? null;
}

test('licenses.txt and sbom.json have every bundled package, and the add-in itself', () => {
  const maps = files.filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => (JSON.parse(read(name).toString()) as { sources: string[] }).sources);
  const packages = new Set(sources.map(packageOf).filter((one) => one !== null));
  expect(packages.size).toBeGreaterThan(20);
  const licensed = [
    ...read('licenses.txt')
      .toString()
      .matchAll(/^(\S+) \d\S*, \S.*$/gm),
  ].map(([, name]) => name);
  // Without a source map, since it is copied as it is.
  expect(licensed).toEqual(expect.arrayContaining([...packages, 'libheif-js', 'user-photo-for-outlook']));
  const { components } = JSON.parse(read('sbom.json').toString()) as { components: { name: string }[] };
  expect(components.map(({ name }) => name)).toEqual(licensed);
});

for (const { of, folder, maps: pattern, count, isOfLater, used: known } of [
  {
    of: 'the pane and the sign-in page',
    folder: 'ui',
    maps: /^(?:taskpane|signin)\.\w+\.js\.map$/,
    count: 2,
    isOfLater: isLater,
    used: 'app.name',
  },
  {
    of: 'the administrators’ page',
    folder: 'people',
    maps: /^people(?:-runs)?\.\w+\.js\.map$/,
    count: 2,
    isOfLater: isLaterOnPage,
    used: 'backup.open',
  },
]) {
  test(`no component of a first script uses a text that is loaded later: ${of}`, () => {
    const catalog = JSON.parse(readFileSync(`src/${folder}/texts/en.json`, 'utf8')) as object;
    const later = Object.keys(catalog).filter(isOfLater);
    const maps = files.filter((name) => pattern.test(name));
    expect(maps).toHaveLength(count);
    const used = maps.flatMap((name) => {
      const { sources, sourcesContent } = JSON.parse(read(name).toString()) as SourceMap;
      const own = sourcesContent.filter((_, index) => sources[index]?.includes(`/src/${folder}/`));
      expect(own.length).toBeGreaterThan(1);
      return own.flatMap((content) =>
        [...content.matchAll(/[`'"]([a-z]+\.[\w.]*)(?:\$\{|['"])/gi)].map(([, key]) => key),
      );
    });
    expect(used).toContain(known);
    const isOf = (key: string): boolean => later.includes(key) || (key.endsWith('.') && isOfLater(key));
    expect(used.filter((key = '') => isOf(key))).toEqual([]);
  });
}

test('every script, style and binary has a hash in its name, and is there compressed too', () => {
  const assets = files.filter((name) => /\.(js|css)$/.test(name));
  expect(assets.length).toBeGreaterThan(10);
  for (const name of assets) {
    expect(cacheControlOf(name), name).toContain('immutable');
    expect(brotliDecompressSync(read(`${name}.br`)).equals(read(name)), name).toBe(true);
    expect(gunzipSync(read(`${name}.gz`)).equals(read(name)), name).toBe(true);
  }
});

test('npm run serve sends every file with the headers of a deployment, compressed where that is accepted', async ({
  request,
}) => {
  const { output, close } = await start('scripts/serve.ts', { PORT: '0' }, /at (\S+)taskpane\.html/);
  const page = read('taskpane.html').toString();
  const config = JSON.parse(/id="config">([^<]*)/.exec(page)?.[1] ?? '') as Parameters<typeof deploymentHeaders>[0];
  const script = files.find((name) => /^taskpane\.\w+\.js$/.test(name)) ?? '';
  const worker = files.find((name) => /^heic-worker\.\w+\.js$/.test(name)) ?? '';
  for (const name of ['taskpane.html', 'signin.html', script, worker, 'assets/icon-16.png']) {
    const response = await request.get(output + name, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers(), name).toMatchObject({
      ...headersOf(name, deploymentHeaders(config)),
      'cache-control': cacheControlOf(name),
    });
    expect((await response.body()).equals(read(name)), name).toBe(true);
    expect(response.headers()['content-encoding'], name).toBe(name.endsWith('.js') ? 'br' : undefined);
  }
  close();
});

test('npm run dev-server serves the pane, and installs no certificate for it', async ({ request }) => {
  test.setTimeout(startTimeout);
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const { output, close } = await start(
    'node_modules/webpack/bin/webpack.js',
    { HOME: home, USERPROFILE: home },
    /(https:\/\/localhost:\d+\/)/,
    '.',
    ['serve', '--mode', 'development', '--port', 'auto'],
  );
  const page = await request.get(`${output}taskpane.html`, { timeout: startTimeout });
  expect(await page.text()).toContain('id="config"');
  expect(existsSync(join(home, '.office-addin-dev-certs'))).toBe(false);
  close();
  rmSync(home, { recursive: true });
});
