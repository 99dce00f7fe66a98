import fc from 'fast-check';
import sharp from 'sharp';
import { inspectPicture } from './inspectPicture';
import { maxFileBytes, maxPicture, maxPixelsOfSmallDevice } from './limits';
import { avif, bitmap, box, heic, icon, padded, png, tiff } from './pictures.fixture';

const sharpKinds = ['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const;

const picture = (format: (typeof sharpKinds)[number], width = 64, height = 64): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#345' } })
    .toFormat(format)
    .toBuffer();

/** The format of a usable picture, or why it is unusable. */
function outcome(bytes: Uint8Array, maxPixels?: number): string {
  const inspected = inspectPicture(bytes, maxPixels);
  return inspected.kind === 'usable' ? inspected.format : (inspected.fileKind ?? inspected.reason);
}

test.each(sharpKinds)('the format %s is detected by its bytes', async (format) => {
  expect(outcome(await picture(format))).toBe(format);
});

const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1', 'miaf'];

test.each(heifBrands)('the brand %s is HEIC', (brand) => {
  expect(outcome(heic([[64, 64]], brand))).toBe('heic');
});

test('the size of a HEIC is found where the file has it', () => {
  const [ftyp, meta] = [heic([[64, 64]]).subarray(0, 20), heic([[64, 64]]).subarray(20)];
  const late = Buffer.concat([ftyp, box('mdat', Buffer.alloc(1_600_000)), meta]);
  expect(outcome(late)).toBe('heic');
  expect(outcome(Buffer.concat([ftyp, box('mdat', Buffer.alloc(1_600_000))]))).toBe('broken');
});

test.each([
  ['nothing', '', 'empty'],
  ['text', 'Dear all, the picture is attached.', 'notAPicture'],
  ['a drawing', '<?xml version="1.0"?>\n<svg width="64" height="64" xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
  ['a page', '<!doctype html><title>Sign in</title>', 'notAPicture'],
  ['a PDF', '%PDF-1.7', 'PDF'],
  ['a Photoshop file', '8BPS\0\x01', 'Photoshop'],
  ['JPEG XL', '\xff\x0a\xfa', 'JPEG XL'],
  ['JPEG 2000', '\0\0\0\x0cjP  \r\n', 'JPEG 2000'],
  ['a Canon raw file', '\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'raw'],
  ['an older Canon raw file', 'II*\0\x10\0\0\0CR\x02\0', 'raw'],
  ['a Fujifilm raw file', 'FUJIFILMCCD-RAW 0201', 'raw'],
  ['a video of a phone', '\0\0\0\x18ftypqt  \0\0\0\0qt  ', 'video'],
  ['another video', '\x1a\x45\xdf\xa3', 'video'],
])('%s is named', (_name, start, expected) => {
  expect(outcome(Buffer.from(start, 'latin1'))).toBe(expected);
});

test('the raw data of a camera in a TIFF is no TIFF', () => {
  expect(outcome(tiff({ 256: 64, 257: 64 }))).toBe('tiff');
  expect(outcome(tiff({ 256: 64, 257: 64, 50706: 1 }))).toBe('raw');
  expect(outcome(tiff({ 256: 64, 257: 64, 262: 32_803 }))).toBe('raw');
  expect(outcome(tiff({ 254: 1, 256: 64, 257: 64, 271: 1, 330: 8 }))).toBe('raw');
});

test('a file over the limit is refused', () => {
  expect(outcome(new Uint8Array(maxFileBytes + 1))).toBe('tooManyBytes');
});

test.each([
  [17_000, 17_000, 'tooManyPixels'],
  [65_500, 48, 'tooManyPixels'],
  [47, 4000, 'tooSmall'],
  [0, 4000, 'broken'],
  [12_032, 9024, 'usable'],
])('a header of %i x %i is %s, whatever the kind of picture', (width, height, expected) => {
  const small = [64, 64] as const;
  const pictures = {
    png: png(width, height),
    bmp: bitmap(width, height),
    ico: icon(bitmap(64, 128).subarray(14), bitmap(width, 2 * height).subarray(14)),
    iconOfPng: icon(png(width, height)),
    tiff: tiff({ 256: width, 257: height }),
    heic: heic([[width, height]]),
    // Any of its layers may be decoded.
    avif: avif(expected === 'tooManyPixels' ? [small, [width, height], small] : [[width, height]]),
  };
  const { ico, ...others } = pictures;
  for (const [kind, bytes] of Object.entries(others)) {
    const found = outcome(bytes);
    expect([kind, ['broken', 'tooManyPixels', 'tooSmall'].includes(found) ? found : 'usable']).toEqual([
      kind,
      expected,
    ]);
  }
  if (expected === 'tooManyPixels') expect(outcome(ico)).toBe(expected);
});

test('a device with little memory has a lower limit', () => {
  expect(outcome(png(12_032, 9024), maxPixelsOfSmallDevice)).toBe('tooManyPixels');
  expect(outcome(png(8000, 8000), maxPixelsOfSmallDevice)).toBe('png');
});

test('a bitmap from the top down, and one of the oldest version, have their size', () => {
  expect(outcome(bitmap(64, -64))).toBe('bmp');
  const oldest = bitmap(64, 64);
  oldest.set([12, 0, 0, 0, 64, 0, 64, 0], 14);
  expect(outcome(oldest)).toBe('bmp');
});

test('a JPEG with bytes between its segments, odd EXIF and 1.2 MB of XMP before its frame is usable', async () => {
  const jpeg = await picture('jpeg');
  const xmp = Array.from({ length: 20 }, () => padded('ffe1', 65_500));
  const odd = [Buffer.from('ffe1000645786966', 'hex'), Buffer.from([0, 0, 0x12, 0xff])];
  expect(outcome(Buffer.concat([jpeg.subarray(0, 2), ...odd, ...xmp, jpeg.subarray(2)]))).toBe('jpeg');
});

test('no bytes make it throw, and no picture over the limits is usable', async () => {
  const seeds = [
    ...(await Promise.all(sharpKinds.map((format) => picture(format)))),
    heic([[64, 64]]),
    icon(png(64, 64), bitmap(64, 128).subarray(14)),
    bitmap(64, 64),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { maxLength: 12 }), fc.nat(1400))
    .map(([seed, changes, length]) => {
      const bytes = new Uint8Array(seed.subarray(0, Math.max(1, length)));
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
  const sized = fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)).map(([width, height]) => png(width, height));
  fc.assert(
    fc.property(fc.oneof(damaged, sized, fc.uint8Array({ maxLength: 600 })), (bytes) => {
      const inspected = inspectPicture(bytes);
      if (inspected.kind === 'unusable') return;
      expect(inspected.pixels).toBeLessThanOrEqual(maxPicture.pixels);
    }),
    { numRuns: 3000 },
  );
});
