import sharp from 'sharp';
import { downscale } from './lanczos';

/** Noise and edges show the faults of a filter. */
async function source(side: number): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const lines = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><path d="M0 0L${side} ${side}M0 ${side}L${side} 0" stroke="#fff" stroke-width="5"/></svg>`;
  const { data } = await sharp({ create: { width: side, height: side, channels: 3, background: '#000', noise } })
    .composite([{ input: Buffer.from(lines) }])
    .blur(1)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return new Uint8ClampedArray(data);
}

/** Peak signal-to-noise ratio in decibels. */
function psnr(one: Uint8ClampedArray, other: Uint8Array): number {
  const squares = one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
  return 10 * Math.log10((255 * 255) / (squares / one.length));
}

test('200x200 downscaled to 100x100 matches the lanczos3 of sharp to 40 dB', async () => {
  const data = await source(200);
  const reference = await sharp(data, { raw: { width: 200, height: 200, channels: 4 } })
    .resize(100, 100, { kernel: 'lanczos3', fastShrinkOnLoad: false })
    .raw()
    .toBuffer();
  const small = downscale({ data, side: 200 }, 100);
  expect(small.data).toHaveLength(100 * 100 * 4);
  expect(psnr(small.data, reference)).toBeGreaterThan(40);
});

test('a flat color stays the same up to the edges, and the same size is returned as it is', () => {
  const data = new Uint8ClampedArray(90 * 90 * 4).map((_none, index) => (index % 4 === 3 ? 255 : 200));
  const expected = (value: number, index: number): boolean => value === (index % 4 === 3 ? 255 : 200);
  expect(downscale({ data, side: 90 }, 37).data.every(expected)).toBe(true);
  expect(downscale({ data, side: 90 }, 90).data).toBe(data);
});
