import type { Locator } from '@playwright/test';
import exifr from 'exifr';
import sharp from 'sharp';
import { boxOf, expect, test, type Editing } from './support/editing';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { channelsOf, corners, isUpright, jpegIn, jpegOf, meanColorOf, phonePhoto } from './support/pictures';
import { isNear } from './support/pixels';

async function expectMeanColor(picture: Buffer, hex: string): Promise<void> {
  const mean = await meanColorOf(picture);
  expect(isNear(mean, channelsOf(hex)), `mean color ${mean.join()}, expected ${channelsOf(hex).join()}`).toBe(true);
}

test('a phone photo of every EXIF orientation, and one of 48 megapixels, is upright on the service, without its EXIF', async ({
  editing,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    await test.step(`orientation ${orientation}`, async () => {
      const phone = await phonePhoto(orientation);
      expect(await exifr.gps(phone)).toMatchObject({ latitude: expect.closeTo(48.13, 1) });
      const held = await editing.openAndSave(phone);
      await editing.expectText(/^Saved\..*The service now has 648 × 648 pixels, eTag "/);
      expect(await isUpright(held)).toBe(true);
      // The browser adds its own sRGB profile, and nothing else.
      expect(await exifr.parse(held, { tiff: true, exif: true, gps: true, xmp: true, iptc: true })).toBeUndefined();
      expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
      expect(await sharp(held).metadata()).toMatchObject({ format: 'jpeg', width: 648, height: 648 });
    });
  }
  expect(await isUpright(await editing.openAndSave(await phonePhoto(6, 8000, 6000)))).toBe(true);
});

test('a JPEG in another color space becomes one in sRGB with the same color', async ({ editing }) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  for (const [space, color] of [
    ['p3', '#00ff00'],
    ['cmyk', '#c0c0c0'],
  ] as const) {
    await test.step(space, async () => {
      const held = await editing.openAndSave(await jpegIn(space, color, 300));
      expect(await exifr.parse(held, { icc: true })).toMatchObject({ ProfileDescription: 'sRGB' });
      expect(await sharp(held).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
      await expectMeanColor(held, color);
    });
  }
});

test('the camera takes a picture where the host allows it, and is off afterwards; without it the button for a file stays', async ({
  editing,
  context,
  pane,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  await editing.button('Take a photo').click();
  await editing.expectText('The camera cannot be used here.');
  await expect(editing.button('Change photo')).toBeVisible();
  await context.grantPermissions(['camera']);
  await editing.button('Take a photo').click();
  const video = pane.locator('video');
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.videoWidth)).toBeGreaterThan(0);
  const track = await video.evaluateHandle((one: HTMLVideoElement) => (one.srcObject as MediaStream).getTracks()[0]);
  await editing.button('Take photo').click();
  await editing.expectPreview();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  await editing.save();
});

test('a host without a camera has no button for it', async ({ editing }) => {
  await editing.openMyPhoto('?modern=off');
  await expect(editing.button('Change photo')).toBeVisible();
  await expect(editing.button('Take a photo')).toHaveCount(0);
});

test('a worker that does not start is reported, and the next try starts another', async ({ editing, page }) => {
  await editing.openMyPhoto();
  const scripts = '**/*.js';
  await page.route(scripts, (route) => route.abort());
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText('The picture editor could not be loaded');
  await page.unroute(scripts);
  await editing.button('Try again').click();
  await editing.expectPreview();
});

function zoomSlider({ pane }: Outlook): Locator {
  return pane.getByRole('slider', { name: 'Zoom' });
}

/** The middle of the crop area, in pixels of the window. */
async function middleOfCrop({ pane }: Outlook) {
  const { x, y, width, height } = await boxOf(pane.getByRole('application'));
  return { x: x + width / 2, y: y + height / 2 };
}

async function zoomWithMouse(outlook: Outlook): Promise<void> {
  const { mouse } = outlook.page;
  const { x, y } = await middleOfCrop(outlook);
  await mouse.move(x, y);
  await mouse.wheel(0, -200);
  await mouse.down();
  await mouse.move(x + 60, y + 60);
  await mouse.move(x + 140, y + 140);
  await mouse.up();
}

async function zoomWithTouch(outlook: Outlook): Promise<void> {
  const device = await outlook.context.newCDPSession(outlook.page);
  const { x, y } = await middleOfCrop(outlook);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints });
  const pinch = (distance: number) => [
    { x: x - distance, y },
    { x: x + distance, y },
  ];
  await touch('touchStart', ...pinch(30));
  await touch('touchMove', ...pinch(45));
  await touch('touchMove', ...pinch(60));
  await touch('touchEnd');
  await touch('touchStart', { x, y });
  await touch('touchMove', { x: x + 60, y: y + 60 });
  await touch('touchMove', { x: x + 140, y: y + 140 });
  await touch('touchEnd');
}

async function zoomWithClicks(outlook: Outlook, editing: Editing): Promise<void> {
  await editing.openMoreTools();
  const slider = zoomSlider(outlook);
  const { width, height } = await boxOf(slider);
  await slider.click({ position: { x: width / 3, y: height / 2 } });
  // More steps than there are in the picture: the crop stops at its edge.
  for (let count = 0; count < 14; count++) {
    await editing.button('Move right').click();
    await editing.button('Move down').click();
  }
}

test('a picture that is zoomed and moved by wheel and mouse, touch or single clicks is saved as it was cropped', async ({
  outlook,
  editing,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  for (const [index, zoomAndMove] of [zoomWithMouse, zoomWithTouch, zoomWithClicks].entries()) {
    await test.step(zoomAndMove.name, async () => {
      await editing.openPicture(await jpegOf(900, 900));
      await zoomAndMove(outlook, editing);
      await expect.poll(async () => Number(await zoomSlider(outlook).inputValue())).toBeGreaterThanOrEqual(20);
      const held = await editing.save();
      expect(await editing.writes()).toHaveLength(index + 1);
      await expectMeanColor(held, corners.topLeft);
    });
  }
});

test('a picture is chosen, turned, moved and saved with the keyboard alone', async ({ outlook, editing, page }) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  const { keyboard } = page;
  await editing.choosePicture(await jpegOf(900, 900), async () => {
    await editing.button('Change photo').focus();
    await keyboard.press('Enter');
  });
  await editing.expectPreview();
  await editing.button('Turn right').focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await zoomSlider(outlook).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Home');
  await editing.button('Save').focus();
  await keyboard.press('Enter');
  await editing.expectText(/^Saved\./);
  const held = await outlook.control.original(people.adele.address);
  expect(await isUpright(held)).toBe(false);
  expect(await isUpright(await sharp(held).rotate(180).toBuffer())).toBe(true);
});

test('a dropped picture opens; a dropped address and pasted HTML are no picture, and are not requested', async ({
  editing,
  pane,
  context,
}) => {
  await editing.openMyPhoto();
  const requested: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  const drop = (bytes: readonly number[]): Promise<void> =>
    pane.locator('main').evaluate((main, content) => {
      const data = new DataTransfer();
      if (content.length === 0) data.items.add('https://elsewhere.example/a.jpg', 'text/uri-list');
      else data.items.add(new File([Uint8Array.from(content)], 'x', { type: 'image/jpeg' }));
      main.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, bytes);
  await drop([]);
  await editing.expectText('That is not an image file.');
  await drop([...(await jpegOf(600, 600))]);
  await editing.expectPreview();
  await editing.button('Cancel').click();
  await pane.locator('main').evaluate((main) => {
    const data = new DataTransfer();
    data.setData('text/html', '<img src="https://elsewhere.example/b.jpg">');
    main.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await editing.expectText('That is not an image file.');
  expect(requested.filter((url) => url.includes('elsewhere.example'))).toEqual([]);
});
