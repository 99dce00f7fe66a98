import sharp from 'sharp';
import { expect, test } from './support/editing';
import { quartersHeic } from './support/heif';
import { animatedGif, decompressionBomb, isUpright, jpegOf, pictureOf } from './support/pictures';

// The files that people choose, from the dialog to the service. Each kind and variant is in pictures.e2e.ts.

test('pictures of other types open under the name picture.jpg; of an animated GIF the first frame', async ({
  editing,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  for (const kind of ['png', 'webp', 'gif', 'avif'] as const) {
    await test.step(kind, async () => {
      const held = await editing.openAndSave(await pictureOf(kind, 300));
      expect(await isUpright(held)).toBe(true);
      expect((await sharp(held).metadata()).width).toBe(300);
    });
  }
  expect(await isUpright(await editing.openAndSave(await animatedGif(300)))).toBe(true);
  await test.step('a HEIC of a phone, turned by its boxes', async () => {
    const held = await editing.openAndSave(quartersHeic({ irot: 3 }));
    expect(await isUpright(await sharp(held).rotate(270).toBuffer())).toBe(true);
  });
});

test('a file that is no picture, and one that is damaged, too small or too large, is refused aloud with the reason', async ({
  editing,
  pane,
}) => {
  await editing.openMyPhoto();
  const whole = await jpegOf(900, 900);
  for (const [file, reason] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is an SVG file.'],
    [Buffer.from('8BPS\0\x01'), 'This is a Photoshop file.'],
    [Buffer.from('\0\0\0\x18ftypqt  '), 'This is a video, not a picture.'],
    [Buffer.from('Dear all'), 'That is not an image file that can be used.'],
    [Buffer.alloc(0), 'This file is empty.'],
    [whole.subarray(0, whole.length / 2), 'This picture is damaged'],
    [await jpegOf(40, 40), 'smaller than 48 × 48 pixels'],
    [Buffer.concat([whole, Buffer.alloc(64 * 1024 * 1024)]), 'larger than 64 MB'],
    [await decompressionBomb(), 'too many pixels'],
  ] as const) {
    await test.step(reason, async () => {
      await editing.choosePicture(file);
      await expect(pane.getByRole('alert')).toContainText(reason);
      await expect(editing.button('Change photo')).toBeVisible();
    });
  }
});
