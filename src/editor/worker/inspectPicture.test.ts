import fc from 'fast-check';
import sharp from 'sharp';
import { inspectPicture, maxFileBytes, maxPicture } from './inspectPicture';

const picture = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', width = 64, height = 64): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#345' } })
    .toFormat(format)
    .toBuffer();

test.each([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['gif', 'gif'],
  ['avif', 'avif'],
] as const)('the format %s is detected by its bytes', async (format, expected) => {
  const bytes = await picture(format);
  expect(inspectPicture(bytes, bytes.length)).toEqual({ kind: 'usable', format: expected });
});

test.each([
  ['nothing', new Uint8Array(), 0, 'empty'],
  ['too many bytes', new Uint8Array(8), maxFileBytes + 1, 'tooManyBytes'],
  [
    'text',
    new TextEncoder().encode('<svg width="64" height="64" xmlns="http://www.w3.org/2000/svg"/>'),
    60,
    'notAPicture',
  ],
  ['a TIFF, whose format is not accepted', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]), 10, 'notAPicture'],
])('%s is unusable', (_name, head, bytes, reason) => {
  expect(inspectPicture(head, bytes)).toEqual({ kind: 'unusable', reason });
});

/** The header of a PNG of any size, with few bytes after it. */
function png(width: number, height: number): Uint8Array {
  const head = new Uint8Array(64);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(head.buffer).setUint32(16, width);
  new DataView(head.buffer).setUint32(20, height);
  return head;
}

test.each([
  [17_000, 17_000, 'tooManyPixels'],
  [65_500, 48, 'tooManyPixels'],
  [47, 4000, 'tooSmall'],
  [0, 4000, 'broken'],
  [8_000, 8_000, 'png'],
])('a header of %i x %i gives %s', (width, height, expected) => {
  const inspected = inspectPicture(png(width, height), 64);
  expect(inspected.kind === 'usable' ? inspected.format : inspected.reason).toBe(expected);
});

test('no bytes make it throw, and no picture over the limits is usable', async () => {
  const seeds = await Promise.all((['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map((format) => picture(format)));
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { maxLength: 12 }), fc.nat(1400))
    .map(([seed, changes, length]) => {
      const bytes = seed.slice(0, Math.max(1, length));
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
  const sized = fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)).map(([width, height]) => png(width, height));
  fc.assert(
    fc.property(fc.oneof(damaged, sized, fc.uint8Array({ maxLength: 600 })), (bytes) => {
      const inspected = inspectPicture(bytes, bytes.length);
      if (inspected.kind === 'unusable') return;
      expect(['jpg', 'png', 'webp', 'gif', 'avif', 'heic', 'heif']).toContain(inspected.format);
      if (bytes[0] === 0x89) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        expect(view.getUint32(16) * view.getUint32(20)).toBeLessThanOrEqual(maxPicture.pixels);
      }
    }),
    { numRuns: 3000 },
  );
});
