import sharp from 'sharp';
import { isDisplayP3, isWhole } from './heif';
import { isRareJpeg } from './jpeg';
import { box, heic, padded, tiff } from './pictures.fixture';
import { mainDirectoryOf } from './tiff';
import { isDecodedTiff } from './tiffVariant';
import { takeOrientation } from './webp';

const plain = sharp({ create: { width: 64, height: 64, channels: 3, background: '#345' } });

/** A frame of a JPEG. `marker`: in hexadecimal. */
function frame(marker: string, bits: number): Buffer {
  const segment = padded(marker, 15);
  segment[4] = bits;
  return Buffer.concat([Buffer.from('ffd8', 'hex'), padded('ffe0', 30), segment]);
}

test.each([
  ['baseline', 'ffc0', 8, false],
  ['progressive', 'ffc2', 8, false],
  ['of 12 bits', 'ffc1', 12, true],
  ['lossless', 'ffc3', 8, true],
  ['coded arithmetically', 'ffc9', 8, true],
])('a JPEG that is %s: %s', (_name, marker, bits, expected) => {
  expect(isRareJpeg(frame(marker, bits))).toBe(expected);
});

test('a whole JPEG, and one that ends early, are of the common kind', async () => {
  const jpeg = await plain.clone().jpeg().toBuffer();
  for (const length of [2, 3, 20, jpeg.length]) expect(isRareJpeg(jpeg.subarray(0, length))).toBe(false);
});

test('an AVIF that was cut is told from a whole one', async () => {
  const whole = await plain.clone().avif().toBuffer();
  expect(isWhole(whole)).toBe(true);
  expect(isWhole(whole.subarray(0, whole.length - 9))).toBe(false);
});

test('Display P3 is known by its number and by the primaries of its profile', async () => {
  const withColors = (colors: Buffer): Buffer => {
    const meta = box('meta', Buffer.alloc(4), box('iprp', box('ipco', box('colr', colors))));
    return Buffer.concat([heic([[64, 64]]), meta]);
  };
  const withProfile = async (name: string): Promise<Buffer> => {
    const { icc } = await sharp(await plain.clone().withIccProfile(name).jpeg().toBuffer()).metadata();
    return withColors(Buffer.concat([Buffer.from('prof'), icc ?? Buffer.alloc(0)]));
  };
  expect(isDisplayP3(heic([[64, 64]]))).toBe(false);
  expect(isDisplayP3(withColors(Buffer.from('nclx\0\x01\0\x0d\0\x01\x80', 'latin1')))).toBe(false);
  expect(isDisplayP3(withColors(Buffer.from('nclx\0\x0c\0\x0d\0\x01\x80', 'latin1')))).toBe(true);
  expect(isDisplayP3(withColors(Buffer.from('prof')))).toBe(false);
  expect(isDisplayP3(await withProfile('srgb'))).toBe(false);
  expect(isDisplayP3(await withProfile('p3'))).toBe(true);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('the orientation %i of a WebP is taken out of it', async (orientation) => {
  const webp = await plain.clone().withMetadata({ orientation }).webp().toBuffer();
  expect(takeOrientation(webp)).toBe(orientation);
  expect((await sharp(webp).metadata()).orientation ?? 1).toBe(1);
});

test('a WebP without EXIF is upright', async () => {
  const webp = await plain.clone().webp().toBuffer();
  expect(takeOrientation(webp)).toBe(1);
});

const common = { 256: 64, 257: 64, 258: 8, 259: 1, 262: 2, 277: 3 };

test.each([
  ['plain RGB', {}, true],
  ['fax', { 258: 1, 259: 4, 262: 0, 277: 1 }, true],
  ['JPEG in YCbCr', { 259: 7, 262: 6 }, true],
  ['JPEG in RGB', { 259: 7 }, false],
  ['CMYK', { 262: 5, 277: 4 }, true],
  ['a plane for each color', { 284: 2 }, false],
  ['bits in reverse', { 266: 2 }, false],
  ['of 4 bits, white at the end', { 258: 4, 262: 1, 277: 1 }, false],
  ['WebP inside', { 259: 50_001 }, false],
  ['huge tiles', { 322: 60_000, 323: 60_000 }, false],
  ['hundreds of samples', { 277: 300 }, false],
])('a TIFF with %s is decoded: %s', (_name, tags, expected) => {
  const directory = mainDirectoryOf(tiff({ ...common, ...tags }));
  expect(directory && isDecodedTiff(directory)).toBe(expected);
});

test('of a TIFF with a small copy first, the picture itself is taken; a chain that returns to itself ends', () => {
  const small = tiff({ 254: 1, 256: 50, 257: 50 });
  const large = tiff({ 256: 900, 257: 900 });
  small.writeUInt32LE(small.length, small.length - 4);
  const both = Buffer.concat([small, large.subarray(8)]);
  expect(mainDirectoryOf(both)?.get(256)).toEqual([900]);
  small.writeUInt32LE(8, small.length - 4);
  expect(mainDirectoryOf(small)?.get(256)).toEqual([50]);
});
