import fc from 'fast-check';
import sharp from 'sharp';
import { inspect, limits } from './inspectPicture';

const picture = (kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif', width = 64, height = 64): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#345' } })
    .toFormat(kind)
    .toBuffer();

test.each([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['gif', 'gif'],
  ['avif', 'avif'],
] as const)('a real %s is known by its bytes', async (kind, expected) => {
  const bytes = await picture(kind);
  expect(inspect(bytes, bytes.length)).toEqual({ kind: expected });
});

test.each([
  ['nothing', new Uint8Array(), 0, 'empty'],
  ['too many bytes', new Uint8Array(8), limits.bytes + 1, 'tooManyBytes'],
  [
    'text',
    new TextEncoder().encode('<svg width="64" height="64" xmlns="http://www.w3.org/2000/svg"/>'),
    60,
    'notAPicture',
  ],
  ['a TIFF, which is no kind for a photo', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]), 10, 'notAPicture'],
])('%s is refused', (_name, head, bytes, reason) => {
  expect(inspect(head, bytes)).toBe(reason);
});

/** A PNG's header says any size, however few bytes follow. */
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
  [8_000, 8_000, { kind: 'png' }],
])('a header of %i x %i', (width, height, expected) => {
  expect(inspect(png(width, height), 64)).toEqual(expected);
});

test('whatever the bytes are, it answers, and lets nothing through whose header forbids it', async () => {
  const seeds = await Promise.all((['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map((kind) => picture(kind)));
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
      const found = inspect(bytes, bytes.length);
      if (typeof found === 'string') return;
      expect(['jpg', 'png', 'webp', 'gif', 'avif', 'heic', 'heif']).toContain(found.kind);
      if (bytes[0] === 0x89) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        expect(view.getUint32(16) * view.getUint32(20)).toBeLessThanOrEqual(limits.pixels);
      }
    }),
    { numRuns: 3000 },
  );
});
