// Crops a photo to 648 x 648 with the add-in's worker and with pica in one run and prints the ratios: quality against
// sharp's lanczos3 (PSNR), time, peak memory of the renderer (Linux), longest gap of the page's main thread.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import sharp from 'sharp';
import { launch, median, photo } from './support.mjs';

const runs = Number(process.env.RUNS ?? 5);
const target = 648;

async function reference(jpeg) {
  const upright = sharp(await sharp(jpeg).autoOrient().toBuffer());
  const { width, height } = await upright.metadata();
  const side = Math.min(width, height);
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  return upright
    .extract({ left, top, width: side, height: side })
    .resize(target, target, { kernel: 'lanczos3', fastShrinkOnLoad: false })
    .removeAlpha()
    .raw()
    .toBuffer();
}

function psnr(one, other) {
  let squares = 0;
  for (let at = 0; at < one.length; at++) squares += (one[at] - other[at]) ** 2;
  return 10 * Math.log10(65025 / (squares / one.length));
}

const bundle = async (entry, contents) => {
  const source = contents ? { stdin: { contents, resolveDir: '.', loader: 'js' } } : { entryPoints: [entry] };
  const { outputFiles } = await build({ ...source, bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0].text;
};

const files = {
  '/worker.js': await bundle('../src/editor/worker/worker.ts'),
  '/pica.js': await bundle(null, "import Pica from 'pica'; globalThis.Pica = Pica;"),
};
const photos = {};
const server = createServer(({ url }, response) => {
  if (photos[url]) return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(photos[url]);
  if (files[url]) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(files[url]);
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><script src="pica.js"></script>');
});
await new Promise((resolve) => server.listen(0, 'localhost', resolve));
const origin = `http://localhost:${server.address().port}`;

const implementations = {
  ours: async (page, url) =>
    page.evaluate(async (address) => {
      const file = await (await fetch(address)).blob();
      const gap = globalThis.watchGap();
      const started = performance.now();
      const worker = new Worker('worker.js');
      const run = (task) =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage({ id: 1, ...task });
        });
      const { picture } = await run({ kind: 'open', file });
      const side = Math.min(picture.width, picture.height);
      const [width, height] = [(100 * side) / picture.width, (100 * side) / picture.height];
      const area = { x: (100 - width) / 2, y: (100 - height) / 2, width, height };
      const edit = { area, rotation: 0, flipped: false };
      const { photo } = await run({ kind: 'render', edit, limits: { pixels: 648, bytes: 4e6 } });
      return globalThis.finish(started, gap, photo.jpeg);
    }, url),
  pica: async (page, url) =>
    page.evaluate(async (address) => {
      const file = await (await fetch(address)).blob();
      const gap = globalThis.watchGap();
      const started = performance.now();
      const image = new Image();
      image.src = URL.createObjectURL(file);
      await image.decode();
      const { naturalWidth, naturalHeight } = image;
      const side = Math.min(naturalWidth, naturalHeight);
      const from = Object.assign(document.createElement('canvas'), { width: side, height: side });
      from.getContext('2d').drawImage(image, (side - naturalWidth) / 2, (side - naturalHeight) / 2);
      const to = Object.assign(document.createElement('canvas'), { width: 648, height: 648 });
      const pica = new globalThis.Pica();
      await pica.resize(from, to, { filter: 'lanczos3' });
      return globalThis.finish(started, gap, await pica.toBlob(to, 'image/jpeg', 0.92));
    }, url),
};

/** Init script of the page. */
const helpers = () => {
  globalThis.watchGap = () => {
    const gap = { longest: 0, stopped: false };
    let last = performance.now();
    const look = () => {
      gap.longest = Math.max(gap.longest, performance.now() - last);
      last = performance.now();
      if (!gap.stopped) setTimeout(look);
    };
    look();
    return gap;
  };
  globalThis.finish = async (started, gap, jpeg) => {
    const milliseconds = performance.now() - started;
    gap.stopped = true;
    return { milliseconds, gap: gap.longest, bytes: [...new Uint8Array(await jpeg.arrayBuffer())] };
  };
};

/** Peak resident memory of a process, in megabytes. */
function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}

async function measure(way, url, wanted) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.addInitScript(helpers);
  await page.goto(origin);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = Math.max(...renderers.map(peakOf));
  const { milliseconds, gap, bytes } = await implementations[way](page, url);
  const memory = Math.max(...renderers.map(peakOf)) - before;
  await browser.close();
  const drawn = await sharp(Buffer.from(bytes)).removeAlpha().raw().toBuffer();
  return { milliseconds, gap, memory, decibels: psnr(drawn, wanted) };
}

for (const [name, width, height, orientation] of [
  ['48 megapixels, EXIF orientation 6', 8000, 6000, 6],
  ['12 megapixels', 4000, 3000, 1],
]) {
  photos['/photo.jpg'] = await photo(width, height, orientation);
  const wanted = await reference(photos['/photo.jpg']);
  const results = { ours: [], pica: [] };
  for (let run = 0; run < runs; run++) {
    for (const way of Object.keys(implementations))
      results[way].push(await measure(way, `${origin}/photo.jpg`, wanted));
  }
  const of = (way, what) => median(results[way].map((one) => one[what]));
  console.log(`\n${name}, ${(photos['/photo.jpg'].length / 1e6).toFixed(1)} MB, median of ${runs}`);
  for (const [what, unit] of [
    ['decibels', 'dB'],
    ['milliseconds', 'ms'],
    ['memory', 'MB'],
    ['gap', 'ms gap of main thread'],
  ]) {
    const [ours, pica] = [of('ours', what), of('pica', what)];
    console.log(
      `  ${unit.padEnd(26)} ours ${ours.toFixed(1)}  pica ${pica.toFixed(1)}  ratio ${(ours / pica).toFixed(2)}`,
    );
  }
}
server.close();
