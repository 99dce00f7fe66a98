// Opens every picture of some folders in the add-in's worker, as the built pane does, and compares what would be saved
// with another decoder: node kinds.mjs FOLDER... Prints a table by kind, then every file that needs a look.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import sharp from 'sharp';
import { launch, startSandbox } from './support.mjs';

const target = 96;
/** Compared this small, since decoders scale, round and blur in different ways. Pixels. */
const compared = 24;
/** Mean difference of a channel, of 255. */
const maxDifference = 10;

const endings =
  /\.(jpe?g|png|gif|webp|avif|bmp|ico|cur|tiff?|hei[cf]|hif|psd|pdf|svg|jp2|jxl|cr[23]|nef|dng|arw|rw2|orf|raf|mp4|mov)$/i;

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => endings.test(path) && statSync(path).isFile()),
);

/** The pixels of the middle square, upright, on white, at the size of the comparison; null where it cannot be decoded. */
async function reference(path) {
  try {
    const isHeif = /\.(hei[cf]|hif|avif)$/i.test(path);
    const source = isHeif ? converted(path) : /\.(bmp|ico|cur)$/i.test(path) ? magicked(path) : path;
    const decoded = sharp(source, { failOn: 'error', limitInputPixels: false });
    // Already turned; the EXIF that says so is still there.
    const upright = await (isHeif ? decoded : decoded.autoOrient())
      .toColourspace('srgb')
      .flatten({ background: '#fff' })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = upright.info;
    const side = Math.min(width, height);
    const square = { left: (width - side) >> 1, top: (height - side) >> 1, width: side, height: side };
    const raw = await sharp(upright.data, { ...(upright.info.format === 'raw' && { raw: upright.info }) })
      .extract(square)
      .resize(compared, compared)
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return { width, height, pixels: raw };
  } catch (error) {
    return { error: String(error.message ?? error).split('\n')[0] };
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'kinds-'));

/** The first picture of a HEIC or AVIF; of several, heif-convert numbers the files. */
function converted(path) {
  const to = mkdtempSync(join(scratch, 'one-'));
  execFileSync('heif-convert', [path, join(to, 'a.png')], { stdio: 'pipe' });
  const [first] = ['a.png', 'a-1.png'].filter((name) => existsSync(join(to, name)));
  return readFileSync(join(to, first));
}

/** By ImageMagick; of an icon the largest picture. */
function magicked(path) {
  const to = mkdtempSync(join(scratch, 'one-'));
  execFileSync('convert-im6.q16', [path, join(to, 'a-%03d.png')], { stdio: 'pipe' });
  const sizes = readdirSync(to).map((name) => ({ name, width: readFileSync(join(to, name)).readUInt32BE(16) }));
  return readFileSync(join(to, sizes.sort((one, other) => other.width - one.width)[0].name));
}

/** Runs in the page: opens and renders one file with the worker of the build. */
async function save({ address, script, pixels }) {
  const file = await (await fetch(address)).blob();
  const run = (worker, task) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve({ kind: 'crashed', reason: event.message });
      };
      worker.postMessage({ id: 1, ...task });
    });
  const started = performance.now();
  const editor = new Worker(script);
  let result = await run(editor, { kind: 'open', file });
  const opened = result.picture;
  const milliseconds = performance.now() - started;
  if (opened) {
    const side = Math.min(opened.width, opened.height);
    const [width, height] = [(100 * side) / opened.width, (100 * side) / opened.height];
    const area = { x: (100 - width) / 2, y: (100 - height) / 2, width, height };
    const edit = { area, rotation: 0, flipped: false };
    result = await run(editor, { kind: 'render', edit, limits: { pixels, bytes: 4e6 } });
  }
  editor.terminate();
  const { kind, reason, fileKind, photo } = result;
  return {
    kind,
    reason,
    fileKind,
    milliseconds,
    width: opened?.width,
    height: opened?.height,
    jpeg: photo && [...new Uint8Array(await photo.jpeg.arrayBuffer())],
  };
}

/** A sentence is true where it fits what the other decoder says; `look` otherwise. */
function verdict(result, wanted, difference, isAnimatedPng) {
  if (result.kind === 'rendered') {
    if (wanted.error) return 'saved, other decoder fails';
    // The browser takes the first frame, the other decoder the picture for programs that know no frames.
    if (isAnimatedPng) return 'saved, not compared';
    const isSameSize = result.width === wanted.width && result.height === wanted.height;
    return isSameSize && difference <= maxDifference ? 'saved' : 'wrong';
  }
  if (result.kind !== 'unusable') return 'crashed';
  const isSmall = Math.min(wanted.width, wanted.height) < 48;
  const isTrue = {
    otherKind: true,
    variant: true,
    empty: true,
    tooSmall: isSmall || (wanted.error && 'small'),
    tooManyPixels: wanted.width * wanted.height > 120e6 || wanted.error,
    broken: wanted.error,
    notAPicture: wanted.error,
  }[result.reason];
  return isTrue ? 'refused' : 'refused, look';
}

const dist = resolve('..', process.env.DIST ?? 'dist');
const sandbox = await startSandbox({ dist });
const browser = await launch();
const context = await browser.newContext({ ignoreHTTPSErrors: true });
const { pane } = await (await context.request.get(`${sandbox.window}sandbox.json`)).json();
const name = readdirSync(dist).find((one) => /^editor-worker\.\w+\.js$/.test(one));
const script = new URL(name, pane).href;
const page = await context.newPage();
let served = null;
await page.route('**/kinds-file', (route) => route.fulfill({ body: served, contentType: 'application/octet-stream' }));
await page.goto(new URL('signin.html', pane).href);

const rows = new Map();
const notes = [];
for (const path of files) {
  served = readFileSync(path);
  const wanted = await reference(path);
  const result = await page.evaluate(save, { address: new URL('kinds-file', pane).href, script, pixels: target });
  let difference = null;
  if (result.jpeg && wanted.pixels) {
    const drawn = await sharp(Buffer.from(result.jpeg)).resize(compared, compared).removeAlpha().raw().toBuffer();
    let sum = 0;
    for (let at = 0; at < drawn.length; at++) sum += Math.abs(drawn[at] - wanted.pixels[at]);
    difference = sum / drawn.length;
  }
  const said = verdict(result, wanted, difference, served.subarray(0, 400).includes('acTL'));
  const ending = extname(path).slice(1).toLowerCase().replace('jpg', 'jpeg').replace(/^tif$/, 'tiff');
  const row = rows.get(ending) ?? {};
  row[said] = (row[said] ?? 0) + 1;
  row.all = (row.all ?? 0) + 1;
  rows.set(ending, row);
  const why = [result.reason, result.fileKind, `${Math.round(result.milliseconds)} ms`].filter(Boolean);
  const sizes = `${result.width}x${result.height} other ${wanted.width}x${wanted.height}`;
  const line = `${said}: ${basename(path)} (${why.join(', ')}; ${sizes}; difference ${difference?.toFixed(1)}) ${wanted.error ?? ''}`;
  if (said === 'refused' ? ['variant', 'tooManyPixels'].includes(result.reason) : said !== 'saved') notes.push(line);
  if (process.env.ALL) console.log(line);
}

const columns = [
  'all',
  'saved',
  'saved, not compared',
  'saved, other decoder fails',
  'refused',
  'refused, look',
  'wrong',
  'crashed',
];
console.log(`| kind | ${columns.join(' | ')} |`);
console.log(`| --- |${' ---: |'.repeat(columns.length)}`);
for (const [kind, row] of [...rows].sort()) {
  console.log(`| ${kind} | ${columns.map((column) => row[column] ?? 0).join(' | ')} |`);
}
console.log(`\n${files.length} files, Chromium ${browser.version()}\n`);
for (const note of notes.sort()) console.log(note);
await browser.close();
sandbox.close();
