// Cuts photos of people with the built worker and with two other detectors, and counts how many cuts are right:
// npm run build && cd bench && npm ci && node faceCuts.mjs. The photos are those of npm packages; faceCuts.json says where their
// faces are, in percent. Prints a table, then every photo whose cut is wrong.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import sharp from 'sharp';
import { launch, median, startSandbox } from './support.mjs';

const require = createRequire(import.meta.url);
const truth = JSON.parse(readFileSync('faceCuts.json', 'utf8'));
const dist = resolve('..', process.env.DIST ?? 'dist');

/** Landscapes and things, in which no face is to be found. */
const landscapes = 'node_modules/tabler-ui/dist/demo/photos';

const bundled = await build({
  entryPoints: ['../src/editor/worker/cut.ts'],
  bundle: true,
  format: 'esm',
  write: false,
});
const { cutAround, upperMiddle } = await import(
  `data:text/javascript,${encodeURIComponent(bundled.outputFiles[0].text)}`
);

/** The photo as it is; its faces in pixels. */
async function asItIs(path) {
  const jpeg = await sharp(join('node_modules', path)).autoOrient().flatten({ background: '#fff' }).jpeg().toBuffer();
  const { width, height } = await sharp(jpeg).metadata();
  const faces = truth[path].map(([x, y, wide, high]) => ({
    x: (x * width) / 100,
    y: (y * height) / 100,
    width: (wide * width) / 100,
    height: (high * height) / 100,
  }));
  return { path, jpeg, width, height, faces };
}

/** The same photo off the middle of a blurred picture of 12 megapixels, a third of its height. */
async function inLargePicture(one, index) {
  const [width, height] = [4000, 3000];
  const scale = 1000 / Math.max(one.width, one.height);
  const [wide, high] = [Math.round(one.width * scale), Math.round(one.height * scale)];
  // Spread evenly, and the same in each run.
  const [left, top] = [(index * 0.618) % 1, (index * 0.755) % 1].map((part, axis) =>
    Math.round(part * ([width, height][axis] - [wide, high][axis])),
  );
  const around = await sharp(one.jpeg).resize(100, 75, { fit: 'fill' }).blur(12).toBuffer();
  const jpeg = await sharp(around)
    .resize(width, height, { fit: 'fill' })
    .composite([{ input: await sharp(one.jpeg).resize(wide, high, { fit: 'fill' }).toBuffer(), left, top }])
    .jpeg()
    .toBuffer();
  const faces = one.faces.map((face) => ({
    x: left + face.x * scale,
    y: top + face.y * scale,
    width: face.width * scale,
    height: face.height * scale,
  }));
  return { path: one.path, jpeg, width, height, faces };
}

async function pixelsOf({ jpeg }, side) {
  const scaled = sharp(jpeg).resize(side, side, { fit: 'inside' }).ensureAlpha().toColourspace('srgb');
  const { data, info } = await scaled.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The face that is largest for its certainty, in pixels of the picture. */
function largest(faces, { width, height }, scaled) {
  const [best] = faces.sort((one, other) => other.width * other.sure - one.width * one.sure);
  const scale = Math.max(width, height) / Math.max(scaled.width, scaled.height);
  return best && { x: best.x * scale, y: best.y * scale, width: best.width * scale, height: best.height * scale };
}

globalThis.window = globalThis;
globalThis.navigator ??= {};
require('tracking/build/tracking.js');
require('tracking/build/data/face.js');
const { tracking } = globalThis;
const jsfeat = require('jsfeat');
globalThis.jsfeat = jsfeat;
new Function('jsfeat', readFileSync('node_modules/jsfeat/cascades/bbf_face.js', 'utf8')).call(globalThis, jsfeat);
jsfeat.bbf.prepare_cascade(jsfeat.bbf.face_cascade);

/** Each finds the face of a picture of 320 pixels; the time is that of the search. */
const others = {
  'tracking 1.1.3': (picture) => {
    const { data, width, height } = picture;
    const found = tracking.ViolaJones.detect(
      data,
      width,
      height,
      1,
      1.25,
      2,
      0.1,
      tracking.ViolaJones.classifiers.face,
    );
    return found.map((face) => ({ ...face, sure: face.total }));
  },
  'jsfeat 0.0.8': ({ data, width, height }) => {
    const gray = new jsfeat.matrix_t(width, height, jsfeat.U8_t | jsfeat.C1_t);
    jsfeat.imgproc.grayscale(data, width, height, gray);
    const pyramid = jsfeat.bbf.build_pyramid(gray, 24 * 2, 24 * 2, 4);
    const found = jsfeat.bbf.group_rectangles(jsfeat.bbf.detect(pyramid, jsfeat.bbf.face_cascade), 1);
    return found.map((face) => ({ ...face, sure: face.confidence + 10 }));
  },
};
const compressed = (...paths) => paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length, 0);
const built = (pattern) =>
  readdirSync(dist)
    .filter((name) => pattern.test(name))
    .map((name) => join(dist, name));
const sizes = {
  ours: compressed(...built(/^face-worker\.\w+\.js$|^tiny_face_detector_model\.\w+\.bin$/)),
  'tracking 1.1.3': compressed(
    'node_modules/tracking/build/tracking-min.js',
    'node_modules/tracking/build/data/face-min.js',
  ),
  'jsfeat 0.0.8': compressed('node_modules/jsfeat/build/jsfeat-min.js', 'node_modules/jsfeat/cascades/bbf_face.js'),
};

/** In the page: opens a picture in the worker, and asks it for the cut. */
async function ask({ address, script }) {
  const file = await (await fetch(address)).blob();
  const run = (task) =>
    new Promise((resolve, reject) => {
      globalThis.editor.onmessage = ({ data }) => resolve(data);
      globalThis.editor.onerror = ({ message }) => reject(new Error(`The worker crashed: ${message}`));
      globalThis.editor.postMessage({ id: 1, ...task });
    });
  globalThis.editor ??= new Worker(script);
  await run({ kind: 'open', file });
  const started = performance.now();
  const result = await run({ kind: 'findCut' });
  return { ...result, milliseconds: performance.now() - started };
}

/**
 * Whether the cut shows a face as a photo should: nine tenths of it, as large as a quarter of the cut or more, and in its middle,
 * as far as the edges of the picture allow.
 */
function isRight(area, { width, height, faces }) {
  const cut = { x: (area.x * width) / 100, y: (area.y * height) / 100, side: (area.width * width) / 100 };
  return faces.some((face) => {
    const inside = (from, size, start) => Math.min(from + size, start + cut.side) - Math.max(from, start);
    const seen = Math.max(0, inside(face.x, face.width, cut.x)) * Math.max(0, inside(face.y, face.height, cut.y));
    const isInMiddle = (from, size, start, whole) => {
      const off = from + size / 2 - (start + cut.side / 2);
      const isHeld = off < 0 ? start < 1 : start + cut.side > whole - 1;
      return isHeld || Math.abs(off) < 0.15 * cut.side;
    };
    return (
      seen >= 0.9 * face.width * face.height &&
      Math.max(face.width, face.height) >= 0.25 * cut.side &&
      isInMiddle(face.x, face.width, cut.x, width) &&
      isInMiddle(face.y, face.height, cut.y, height)
    );
  });
}

const sandbox = await startSandbox({ dist });
const browser = await launch();
const context = await browser.newContext({ ignoreHTTPSErrors: true });
const { pane } = await (await context.request.get(`${sandbox.window}sandbox.json`)).json();
const script = new URL(
  readdirSync(dist).find((one) => /^editor-worker\.\w+\.js$/.test(one)),
  pane,
).href;
const page = await context.newPage();
let served = null;
await page.route('**/face-cuts-file', (route) => route.fulfill({ body: served, contentType: 'image/jpeg' }));
await page.goto(new URL('signin.html', pane).href);

/** The cut of each detector, and how long it took. */
async function cutsOf(picture) {
  served = picture.jpeg;
  const ours = await page.evaluate(ask, { address: new URL('face-cuts-file', pane).href, script });
  if (ours.kind !== 'cut') throw new Error(`${picture.path}: ${ours.kind}`);
  const cuts = { 'upper middle': { area: upperMiddle(picture), hasFace: false } };
  cuts.ours = { ...ours.cut, milliseconds: ours.milliseconds };
  const scaled = await pixelsOf(picture, 320);
  for (const [name, detect] of Object.entries(others)) {
    const started = performance.now();
    const face = largest(detect(scaled), picture, scaled);
    const milliseconds = performance.now() - started;
    cuts[name] = { area: face ? cutAround(face, picture) : upperMiddle(picture), hasFace: Boolean(face), milliseconds };
  }
  return cuts;
}

const rows = {};
const wrong = [];
function count(set, picture, cuts) {
  for (const [name, { area, hasFace, milliseconds }] of Object.entries(cuts)) {
    const row = (rows[name] ??= { times: [] });
    if (milliseconds !== undefined && set === 'large') row.times.push(milliseconds);
    row[set] = (row[set] ?? 0) + (set === 'without' ? hasFace : isRight(area, picture));
    if (name === 'ours' && set !== 'without' && !isRight(area, picture)) {
      wrong.push(`${set}: ${picture.path}, ${hasFace ? 'cut elsewhere' : 'no face found'}`);
    }
    if (name === 'ours' && set === 'without' && hasFace) wrong.push(`a face in ${picture.path}`);
  }
}

const people = Object.keys(truth);
for (const [index, path] of people.entries()) {
  const picture = await asItIs(path);
  count('as it is', picture, await cutsOf(picture));
  const large = await inLargePicture(picture, index);
  count('large', large, await cutsOf(large));
}
const without = readdirSync(landscapes).filter((name) => !name.includes('-500'));
for (const name of without) {
  const jpeg = readFileSync(join(landscapes, name));
  const { width, height } = await sharp(jpeg).metadata();
  count('without', { path: name, jpeg, width, height }, await cutsOf({ path: name, jpeg, width, height }));
}

const head = ['', 'kB (brotli)', `right, of ${people.length}`, `right, of ${people.length} in 12 megapixels`];
console.log(
  `| ${[...head, `a face in ${without.length} landscapes`, 'ms in 12 megapixels, median', 'most'].join(' | ')} |`,
);
console.log(`| --- |${' ---: |'.repeat(6)}`);
for (const [name, row] of Object.entries(rows)) {
  const times = row.times.length ? [median(row.times), Math.max(...row.times)].map(Math.round) : ['', ''];
  const size = sizes[name] ? Math.round(sizes[name] / 1000) : 0;
  console.log(`| ${[name, size, row['as it is'], row.large, row.without, ...times].join(' | ')} |`);
}
console.log(`\nChromium ${browser.version()}\n\n${wrong.join('\n')}`);
await browser.close();
sandbox.close();
