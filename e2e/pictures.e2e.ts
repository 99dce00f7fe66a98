import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import { displayP3Heic, quartersHeic, twoFrameAvif, type Transformation } from './support/heif';
import { expect, test, type PictureWorkers } from './support/pictureWorkers';
import {
  bitmapOf,
  channelsOf,
  iconOf,
  isUpright,
  jpegOf,
  meanColorOf,
  phonePhotoAs,
  pictureOf,
} from './support/pictures';
import { isNear } from './support/pixels';

async function expectUpright(workers: PictureWorkers, picture: Buffer, side: number): Promise<void> {
  const outcome = await workers.save(picture);
  expect(outcome).toMatchObject({ kind: 'rendered' });
  expect(await sharp(outcome.jpeg).metadata()).toMatchObject({ format: 'jpeg', width: side, height: side });
  expect(await isUpright(outcome.jpeg)).toBe(true);
  expect(await exifr.parse(outcome.jpeg, { tiff: true, exif: true, gps: true, xmp: true, iptc: true })).toBeUndefined();
}

test('a HEIC is decoded in a worker of its own, whatever its brand, and wherever its boxes are', async ({
  workers,
}) => {
  for (const brand of ['heic', 'heix', 'mif1', 'msf1']) {
    await test.step(brand, () => expectUpright(workers, quartersHeic({}, { brand }), 64));
  }
  await expectUpright(workers, quartersHeic({}, { before: 1_600_000 }), 64);
});

/** Undoes what a HEIC says. */
const undone: readonly (readonly [Transformation, (saved: Sharp) => Sharp])[] = [
  [{ irot: 1 }, (saved) => saved.rotate(90)],
  [{ irot: 2 }, (saved) => saved.rotate(180)],
  [{ irot: 3 }, (saved) => saved.rotate(270)],
  [{ imir: 0 }, (saved) => saved.flip()],
  [{ imir: 1 }, (saved) => saved.flop()],
  // sharp mirrors first.
  [{ irot: 1, imir: 1 }, (saved) => saved.flop().rotate(90)],
];

test('a HEIC is turned and mirrored as it says', async ({ workers }) => {
  for (const [transformation, undo] of undone) {
    await test.step(JSON.stringify(transformation), async () => {
      const { jpeg } = await workers.save(quartersHeic(transformation));
      expect(await isUpright(jpeg)).toBe(false);
      expect(await isUpright(await undo(sharp(jpeg)).toBuffer())).toBe(true);
    });
  }
});

test('a HEIC in Display P3 keeps its color', async ({ workers }) => {
  const { jpeg } = await workers.save(displayP3Heic());
  const mean = await meanColorOf(jpeg);
  expect(isNear(mean, channelsOf('#00ff00')), `mean color ${mean.join()}`).toBe(true);
});

test('a TIFF, a WebP and a JPEG of every EXIF orientation are saved upright, without their EXIF', async ({
  workers,
}) => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (const format of ['jpeg', 'webp', 'tiff'] as const) {
      await test.step(`${format}, orientation ${orientation}`, async () => {
        await expectUpright(workers, await phonePhotoAs(format, orientation), 300);
      });
    }
  }
});

test('a TIFF of each compression, a bitmap, an icon, a large icon and an AVIF sequence are saved', async ({
  workers,
}) => {
  const picture = sharp(await jpegOf(120, 90));
  for (const compression of ['none', 'lzw', 'deflate', 'packbits', 'jpeg'] as const) {
    await test.step(compression, async () => {
      const tiff = await picture.clone().tiff({ compression, predictor: 'none' }).toBuffer();
      await expectUpright(workers, tiff, 90);
    });
  }
  await expectUpright(workers, await picture.clone().tiff({ compression: 'lzw', tile: true }).toBuffer(), 90);
  await expectUpright(workers, await bitmapOf(120, 90), 90);
  await expectUpright(workers, await iconOf(64), 64);
  await expectUpright(workers, await iconOf(256), 256);
  await expectUpright(workers, twoFrameAvif(), 64);
});

test('600 x 400 pixels are saved as 400, and 777 x 648 as 648', async ({ workers }) => {
  await expectUpright(workers, await jpegOf(600, 400), 400);
  await expectUpright(workers, await jpegOf(777, 648), 648);
});

test('a picture that is damaged or of a rare kind is refused with its reason, in every decoder', async ({
  workers,
}) => {
  const half = (picture: Buffer): Buffer => picture.subarray(0, picture.length * 0.6);
  const tiff = await sharp(await jpegOf(120, 90))
    .tiff({ compression: 'deflate' })
    .toBuffer();
  const avif = await pictureOf('avif', 90);
  const jpeg = await jpegOf(120, 90);
  const twelveBits = Buffer.from(jpeg);
  twelveBits[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12;
  const planar = await sharp(await jpegOf(120, 90))
    .tiff({ compression: 'none' })
    .toBuffer();
  planar.writeUInt16LE(2, planar.indexOf(Buffer.from([0x1c, 0x01, 3, 0])) + 8);
  for (const [name, picture, reason] of [
    ['half a JPEG', half(jpeg), 'broken'],
    ['half an AVIF', half(avif), 'broken'],
    ['half a HEIC', half(quartersHeic()), 'broken'],
    ['a TIFF without its page', tiff.subarray(0, 60), 'broken'],
    ['a JPEG of 12 bits', twelveBits, 'variant'],
    ['a TIFF with a plane for each color', planar, 'variant'],
  ] as const) {
    await test.step(name, async () => expect(await workers.save(picture)).toMatchObject({ kind: 'unusable', reason }));
  }
});
