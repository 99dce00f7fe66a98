import type { FrameLocator } from '@playwright/test';
import type { Editing } from './support/editing';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import AxeBuilder from '@axe-core/playwright';
import exifr from 'exifr';
import sharp from 'sharp';
import {
  bomb,
  corners,
  heic,
  isUpright,
  jpegIn,
  jpegOf,
  meanOf,
  movingGif,
  phonePhoto,
  pictureOf,
} from './support/pictures';
import { isNear } from './support/pixels';
import { expect, test } from './support/story';

for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
  test(`a phone photo with EXIF orientation ${orientation} ends upright on the service, without its EXIF`, async ({
    editing,
    control,
  }) => {
    await editing.grant();
    await editing.openMine();
    const phone = await phonePhoto(orientation);
    expect(await exifr.gps(phone)).toMatchObject({ latitude: expect.closeTo(48.13, 1) });
    await editing.choose(phone);
    await editing.previewed();
    await editing.button('Save').click();
    await editing.says(/^Saved\..*The service now has 648 × 648 pixels, eTag "/);
    const held = await control.original(people.adele.address);
    expect(await isUpright(held)).toBe(true);
    // The browser adds its own sRGB profile, and nothing else.
    expect(await exifr.parse(held, { tiff: true, exif: true, gps: true, xmp: true, iptc: true })).toBeUndefined();
    expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
    expect(await sharp(held).metadata()).toMatchObject({ format: 'jpeg', width: 648, height: 648 });
  });
}

for (const kind of ['png', 'webp', 'gif', 'avif'] as const) {
  test(`${kind} is taken, whatever its name says`, async ({ editing }) => {
    await editing.grant();
    await editing.openMine();
    await editing.choose(await pictureOf(kind, 300));
    await editing.previewed();
    const held = await editing.save();
    expect(await isUpright(held)).toBe(true);
    expect((await sharp(held).metadata()).width).toBe(300);
  });
}

test('of a GIF that moves, the first picture is taken', async ({ editing }) => {
  await editing.grant();
  await editing.openMine();
  await editing.choose(await movingGif(300));
  await editing.previewed();
  expect(await isUpright(await editing.save())).toBe(true);
});

for (const [space, color, looks] of [
  ['p3', '#00ff00', [0, 255, 0]],
  ['cmyk', '#c0c0c0', [192, 192, 192]],
] as const) {
  test(`a JPEG in ${space} becomes one in sRGB that looks alike`, async ({ editing }) => {
    await editing.grant();
    await editing.openMine();
    const picture = await jpegIn(space, color, 300);
    await editing.choose(picture);
    await editing.previewed();
    const held = await editing.save();
    expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
    expect(await sharp(held).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    const mean = await meanOf(held);
    expect({ mean, alike: isNear(mean, looks) }).toEqual({ mean, alike: true });
  });
}

for (const [name, buffer, words] of [
  [
    'not a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'That is not an image file that can be used.',
  ],
  ['nothing in it', Buffer.alloc(0), 'This file is empty.'],
  ['a HEIC that the platform cannot draw', heic(900), 'HEIC pictures cannot be read here.'],
] as const) {
  test(`${name}: said at once`, async ({ editing }) => {
    await editing.openMine();
    await editing.choose(buffer);
    await editing.says(words);
    await expect(editing.button('Change')).toBeVisible();
  });
}

test('a damaged picture, a tiny one and a heavy one are refused with the limit', async ({ editing }) => {
  await editing.openMine();
  const whole = await jpegOf(900, 900);
  await editing.choose(whole.subarray(0, whole.length / 2));
  await editing.says('This picture is damaged');
  await editing.choose(await jpegOf(40, 40));
  await editing.says('smaller than 48 × 48 pixels');
  await editing.choose(Buffer.concat([whole, Buffer.alloc(26 * 1024 * 1024)]));
  await editing.says('larger than 25 MB');
  await editing.choose(await bomb());
  await editing.says('more than 64 million pixels');
});

test('the camera takes a picture where the host allows it, and is off afterwards', async ({
  editing,
  context,
  pane,
}) => {
  await editing.grant();
  await context.grantPermissions(['camera']);
  await editing.openMine();
  await editing.button('Take a photo').click();
  const video = pane.locator('video');
  await video.evaluate((one: HTMLVideoElement) => one.videoWidth > 0 || new Promise((go) => (one.onplaying = go)));
  const track = await video.evaluateHandle((one: HTMLVideoElement) => (one.srcObject as MediaStream).getTracks()[0]);
  await editing.button('Take photo').click();
  await editing.previewed();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  await editing.save();
});

test('a camera that is refused leads back to the file', async ({ editing }) => {
  await editing.openMine();
  await editing.button('Take a photo').click();
  await editing.says('The camera cannot be used here.');
  await expect(editing.button('Change')).toBeVisible();
});

test('a host without a camera offers none', async ({ editing }) => {
  await editing.openMine('?modern=off');
  await expect(editing.button('Change')).toBeVisible();
  await expect(editing.button('Take a photo')).toHaveCount(0);
});

test('a worker that does not start is named, and the next try starts another', async ({ editing, page }) => {
  await editing.openMine();
  const scripts = '**/*.js';
  await page.route(scripts, (route) => route.abort());
  await editing.choose(await jpegOf(900, 900));
  await editing.says('The picture could not be processed');
  await page.unroute(scripts);
  await editing.button('Try again').click();
  await editing.previewed();
});

test('a 48-megapixel phone photo, lying on its side, ends upright', async ({ editing }) => {
  await editing.grant();
  await editing.openMine();
  await editing.choose(await phonePhoto(6, 8000, 6000));
  await editing.previewed();
  expect(await isUpright(await editing.save())).toBe(true);
});

/** The middle of the mask, in pixels of the window. */
async function middle(pane: FrameLocator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await pane.getByRole('application').boundingBox()) ?? never();
  return { x: x + width / 2, y: y + height / 2 };
}

function never(): never {
  throw new Error('The mask is not on the screen');
}

const zoom = (pane: FrameLocator): Promise<string> => pane.getByRole('slider', { name: 'Zoom' }).inputValue();

/** All that was saved is the quarter of the picture in this corner. */
async function savedIs(editing: Editing, corner: keyof typeof corners): Promise<void> {
  const channels = [1, 3, 5].map((start) => parseInt(corners[corner].slice(start, start + 2), 16));
  const mean = await meanOf(await editing.save());
  expect({ mean, alike: isNear(mean, channels) }).toEqual({ mean, alike: true });
}

const ways: Readonly<Record<string, (outlook: Outlook, editing: Editing) => Promise<unknown>>> = {
  async 'wheel and mouse'({ page, pane }) {
    const { mouse } = page;
    const { x, y } = await middle(pane);
    await mouse.move(x, y);
    await mouse.wheel(0, -200);
    await mouse.down();
    await mouse.move(x + 60, y + 60);
    await mouse.move(x + 140, y + 140);
    await mouse.up();
  },
  async touch({ context, page, pane }) {
    const device = await context.newCDPSession(page);
    const { x, y } = await middle(pane);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      device.send('Input.dispatchTouchEvent', { type, touchPoints });
    const apart = (distance: number) => [
      { x: x - distance, y },
      { x: x + distance, y },
    ];
    await touch('touchStart', ...apart(30));
    await touch('touchMove', ...apart(45));
    await touch('touchMove', ...apart(60));
    await touch('touchEnd');
    await touch('touchStart', { x, y });
    await touch('touchMove', { x: x + 60, y: y + 60 });
    await touch('touchMove', { x: x + 140, y: y + 140 });
    await touch('touchEnd');
  },
  async 'single clicks'({ pane }, editing) {
    const rail = pane.getByRole('slider', { name: 'Zoom' });
    const { width, height } = (await rail.boundingBox()) ?? never();
    await rail.click({ position: { x: width / 3, y: height / 2 } });
    // More often than there is picture: it stops at its edge.
    for (let count = 0; count < 14; count++) {
      await editing.button('Move right').click();
      await editing.button('Move down').click();
    }
  },
};

for (const [name, move] of Object.entries(ways)) {
  test(`zoomed and moved by ${name}`, async ({ outlook, editing, pane }) => {
    await editing.grant();
    await editing.openMine();
    await editing.choose(await jpegOf(900, 900));
    await editing.previewed();
    await move(outlook, editing);
    expect(Number(await zoom(pane))).toBeGreaterThanOrEqual(20);
    await savedIs(editing, 'topLeft');
  });
}

test('keyboard only, from the picture to the proof: turned, moved, saved', async ({ editing, control, page, pane }) => {
  await editing.grant();
  await editing.openMine();
  const { keyboard } = page;
  const picking = page.waitForEvent('filechooser');
  await editing.button('Change').focus();
  await keyboard.press('Enter');
  await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
  await editing.previewed();
  await editing.button('Turn right').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await pane.getByRole('slider', { name: 'Zoom' }).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Home');
  await editing.button('Save').focus();
  await keyboard.press('Enter');
  await editing.says(/^Saved\./);
  const held = await control.original(people.adele.address);
  expect(await isUpright(held)).toBe(false);
  expect(await isUpright(await sharp(held).rotate(180).toBuffer())).toBe(true);
});

test('a dropped picture opens; dropped text is no picture, and nothing is fetched', async ({ editing, pane }) => {
  await editing.openMine();
  const drop = (bytes: readonly number[]): Promise<void> =>
    pane.locator('main').evaluate((main, content) => {
      const data = new DataTransfer();
      if (content.length === 0) data.items.add('https://elsewhere.example/a.jpg', 'text/uri-list');
      else data.items.add(new File([Uint8Array.from(content)], 'x', { type: 'image/jpeg' }));
      main.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
  await drop([]);
  await editing.says('That is not an image file.');
  await drop([...(await jpegOf(600, 600))]);
  await editing.previewed();
});

for (const query of ['', '?theme=dark&width=250', '?language=de-DE'] as const) {
  test(`axe finds nothing in the editor ${query}`, async ({ editing, page, pane }) => {
    await editing.openMine(query);
    const picking = page.waitForEvent('filechooser');
    await pane.getByRole('button', { name: query.includes('de-DE') ? 'Ändern' : 'Change' }).click();
    await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
    await expect(pane.getByRole('slider').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: page })
      .include(['iframe'])
      .exclude(['iframe', '[data-tabster-dummy]'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const sideways = await pane.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(sideways).toBe(0);
  });
}
