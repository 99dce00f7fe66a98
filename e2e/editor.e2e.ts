import AxeBuilder from '@axe-core/playwright';
import exifr from 'exifr';
import sharp from 'sharp';
import { editingOn } from './support/editing';
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
import { story } from './support/story';

const stage = story();
const { agreed, button, choose, openMine, previewed, saved, says } = editingOn(stage);

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a phone photo with EXIF orientation %i ends upright on the service, without its EXIF',
  async (orientation) => {
    await agreed();
    await openMine();
    const phone = await phonePhoto(orientation);
    expect(await exifr.gps(phone)).toMatchObject({ latitude: expect.closeTo(48.13, 1) as number });
    await choose(phone);
    await previewed();
    await button('Save').click();
    await says(/^Saved\..*The service now has 648 × 648 pixels, eTag "/);
    const held = await stage.control.original('adele@contoso.com');
    expect(await isUpright(held)).toBe(true);
    // The browser adds its own sRGB profile, and nothing else.
    expect(await exifr.parse(held, { tiff: true, exif: true, gps: true, xmp: true, iptc: true })).toBeUndefined();
    expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
    expect(await sharp(held).metadata()).toMatchObject({ format: 'jpeg', width: 648, height: 648 });
  },
);

test.each(['png', 'webp', 'gif', 'avif'] as const)('%s is taken, whatever its name says', async (kind) => {
  await agreed();
  await openMine();
  await choose(await pictureOf(kind, 300));
  await previewed();
  const held = await saved();
  expect(await isUpright(held)).toBe(true);
  expect((await sharp(held).metadata()).width).toBe(300);
});

test('of a GIF that moves, the first picture is taken', async () => {
  await agreed();
  await openMine();
  await choose(await movingGif(300));
  await previewed();
  expect(await isUpright(await saved())).toBe(true);
});

test.each([
  ['p3', '#00ff00', [0, 255, 0]],
  ['cmyk', '#c0c0c0', [192, 192, 192]],
] as const)('a JPEG in %s becomes one in sRGB that looks alike', async (space, colour, looks) => {
  await agreed();
  await openMine();
  const picture = await jpegIn(space, colour, 300);
  await choose(picture);
  await previewed();
  const held = await saved();
  expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
  expect(await sharp(held).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
  const mean = await meanOf(held);
  expect({ mean, alike: isNear(mean, looks) }).toEqual({ mean, alike: true });
});

test.each([
  [
    'not a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'That is not an image file that can be used.',
  ],
  ['nothing in it', Buffer.alloc(0), 'This file is empty.'],
  ['a HEIC that the platform cannot draw', heic(900), 'HEIC pictures cannot be read here.'],
])('%s: said at once', async (_name, buffer, words) => {
  await openMine();
  await choose(buffer);
  await says(words);
  await button('Change').waitFor();
});

test('a damaged picture, a tiny one and a heavy one are refused with the limit', async () => {
  await openMine();
  const whole = await jpegOf(900, 900);
  await choose(whole.subarray(0, whole.length / 2));
  await says('This picture is damaged');
  await choose(await jpegOf(40, 40));
  await says('smaller than 48 × 48 pixels');
  await choose(Buffer.concat([whole, Buffer.alloc(26 * 1024 * 1024)]));
  await says('larger than 25 MB');
  await choose(await bomb());
  await says('more than 64 million pixels');
});

test('the camera takes a picture where the host allows it, and is off afterwards', async () => {
  await agreed();
  await stage.context.grantPermissions(['camera']);
  await openMine();
  await button('Take a photo').click();
  const video = stage.pane.locator('video');
  await video.evaluate((one: HTMLVideoElement) => one.videoWidth > 0 || new Promise((go) => (one.onplaying = go)));
  const track = await video.evaluateHandle((one: HTMLVideoElement) => (one.srcObject as MediaStream).getTracks()[0]);
  await button('Take photo').click();
  await previewed();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  await saved();
});

test('a camera that is refused leads back to the file', async () => {
  await openMine();
  await button('Take a photo').click();
  await says('The camera cannot be used here.');
  await button('Change').waitFor();
});

test('a host without a camera offers none', async () => {
  await openMine('?modern=off');
  await button('Change').waitFor();
  expect(await button('Take a photo').count()).toBe(0);
});

test('a worker that does not start is named, and the next try starts another', async () => {
  await openMine();
  const scripts = '**/*.js';
  await stage.page.route(scripts, (route) => route.abort());
  await choose(await jpegOf(900, 900));
  await says('The picture could not be processed');
  await stage.page.unroute(scripts);
  await button('Try again').click();
  await previewed();
});

test('a 48-megapixel phone photo, lying on its side, ends upright', async () => {
  await agreed();
  await openMine();
  await choose(await phonePhoto(6, 8000, 6000));
  await previewed();
  expect(await isUpright(await saved())).toBe(true);
});

/** The middle of the mask, in pixels of the window. */
async function middle(): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await stage.pane.getByRole('application').boundingBox()) ?? never();
  return { x: x + width / 2, y: y + height / 2 };
}

function never(): never {
  throw new Error('The mask is not on the screen');
}

const zoom = (): Promise<string> => stage.pane.getByRole('slider', { name: 'Zoom' }).inputValue();

/** All that was saved is the quarter of the picture in this corner. */
async function savedIs(corner: keyof typeof corners): Promise<void> {
  const channels = [1, 3, 5].map((start) => parseInt(corners[corner].slice(start, start + 2), 16));
  const mean = await meanOf(await saved());
  expect({ mean, alike: isNear(mean, channels) }).toEqual({ mean, alike: true });
}

const ways: Record<string, () => Promise<unknown>> = {
  async 'wheel and mouse'() {
    const { mouse } = stage.page;
    const { x, y } = await middle();
    await mouse.move(x, y);
    await mouse.wheel(0, -200);
    await mouse.down();
    await mouse.move(x + 60, y + 60);
    await mouse.move(x + 140, y + 140);
    await mouse.up();
  },
  async touch() {
    const device = await stage.context.newCDPSession(stage.page);
    const { x, y } = await middle();
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
  async 'single clicks'() {
    const rail = stage.pane.getByRole('slider', { name: 'Zoom' });
    const { width, height } = (await rail.boundingBox()) ?? never();
    await rail.click({ position: { x: width / 3, y: height / 2 } });
    // More often than there is picture: it stops at its edge.
    for (let count = 0; count < 14; count++) {
      await button('Move right').click();
      await button('Move down').click();
    }
  },
};

test.each(Object.entries(ways))('zoomed and moved by %s', async (_name, move) => {
  await agreed();
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await move();
  expect(Number(await zoom())).toBeGreaterThanOrEqual(20);
  await savedIs('topLeft');
});

test('keyboard only, from the picture to the proof: turned, moved, saved', async () => {
  await agreed();
  await openMine();
  const { keyboard } = stage.page;
  const picking = stage.page.waitForEvent('filechooser');
  await button('Change').focus();
  await keyboard.press('Enter');
  await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
  await previewed();
  await button('Turn right').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await stage.pane.getByRole('slider', { name: 'Zoom' }).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Home');
  await button('Save').focus();
  await keyboard.press('Enter');
  await says(/^Saved\./);
  const held = await stage.control.original('adele@contoso.com');
  expect(await isUpright(held)).toBe(false);
  expect(await isUpright(await sharp(held).rotate(180).toBuffer())).toBe(true);
});

test('a dropped picture opens; dropped text is no picture, and nothing is fetched', async () => {
  await openMine();
  const drop = (bytes: readonly number[]): Promise<void> =>
    stage.pane.locator('main').evaluate((main, content) => {
      const data = new DataTransfer();
      if (content.length === 0) data.items.add('https://elsewhere.example/a.jpg', 'text/uri-list');
      else data.items.add(new File([Uint8Array.from(content)], 'x', { type: 'image/jpeg' }));
      main.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
  await drop([]);
  await says('That is not an image file.');
  await drop([...(await jpegOf(600, 600))]);
  await previewed();
});

test.each(['', '?theme=dark&width=250', '?language=de-DE'])('axe finds nothing in the editor %s', async (query) => {
  await openMine(query);
  const picking = stage.page.waitForEvent('filechooser');
  await stage.pane.getByRole('button', { name: query.includes('de-DE') ? 'Ändern' : 'Change' }).click();
  await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
  await stage.pane.getByRole('slider').first().waitFor();
  const { violations } = await new AxeBuilder({ page: stage.page })
    .include(['iframe'])
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  const sideways = await stage.pane
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(sideways).toBe(0);
});
