import AxeBuilder from '@axe-core/playwright';
import exifr from 'exifr';
import sharp from 'sharp';
import { bomb, isUpright, jpegOf, phonePhoto, pictureOf } from './support/pictures';
import { askWithGraphClient } from './support/graph';
import { story } from './support/story';

const stage = story();
const { open } = stage;

const button = (name: string) => stage.pane.getByRole('button', { name, exact: true });
const says = (text: string | RegExp): Promise<void> => stage.pane.getByText(text).first().waitFor();
const writes = async () =>
  (await stage.control.log()).filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));

/** The permission was given before. */
async function agreed(): Promise<void> {
  await stage.control.patch({
    consent: { 'adele@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'] },
  });
}

async function openMine(query = ''): Promise<void> {
  await open(query);
  await stage.pane.getByRole('tab').nth(1).click();
  await stage.pane.locator('img').waitFor();
}

async function choose(buffer: Buffer, name = 'picture.jpg', mimeType = 'image/jpeg'): Promise<void> {
  const picking = stage.page.waitForEvent('filechooser');
  await button('Change').click();
  await (await picking).setFiles({ name, mimeType, buffer });
}

/** So many writes have reached the service, and the pane has proven the last of them. */
async function written(count: number): Promise<void> {
  while ((await writes()).length < count) await stage.page.evaluate(() => new Promise(requestAnimationFrame));
  await says(/^Saved\./);
}

/** My face as the pane draws it now. */
async function drawn(): Promise<Buffer> {
  const image = stage.pane.getByRole('img', { name: 'Adele Vance' }).and(stage.pane.locator('img'));
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  return image.screenshot();
}

/** The previews follow the hand: once they are there, the picture is cut and drawn. */
const previewed = (): Promise<void> => stage.pane.getByRole('img', { name: 'Preview, 96 pixels' }).first().waitFor();

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
    await says(/^Saved\. The service now holds the new photo: 648 × 648 pixels, eTag "/);
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
  await button('Save').click();
  await says(/^Saved\./);
  const held = await stage.control.original('adele@contoso.com');
  expect(await isUpright(held)).toBe(true);
  expect((await sharp(held).metadata()).width).toBe(300);
});

test('the permission to write is asked for at the first save, and the face is new everywhere', async () => {
  await openMine('?item=mine');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('Outlook needs your permission before it can change this photo.');
  expect(await writes()).toEqual([]);
  await button('Sign in').click();
  await stage.page.getByText('User.ReadWrite', { exact: true }).waitFor();
  await stage.page.getByRole('button', { name: 'Accept' }).click();
  await says(/^Saved\./);
  expect(await isUpright(await drawn())).toBe(true);
  await stage.pane.getByRole('tab').nth(0).click();
  expect(await isUpright(await drawn())).toBe(true);
  expect((await writes()).map(({ method, status }) => [method, status])).toEqual([['PUT', 200]]);
});

test('PATCH by configuration', async () => {
  await agreed();
  await openMine('?upload=PATCH');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says(/^Saved\./);
  expect((await writes()).map(({ method }) => method)).toEqual(['PATCH']);
});

test('Save clicked twice is one request', async () => {
  await agreed();
  await stage.control.patch({ latency: 200 });
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').dblclick();
  await says(/^Saved\./);
  expect(await writes()).toHaveLength(1);
});

test.each([
  ['before anything was stored', 'drop', /The old photo stays/],
  ['after all was stored', 'dropAnswer', /^Saved\./],
])('a connection that is cut %s ends with the truth', async (_name, kind, words) => {
  await agreed();
  await stage.control.patch({ faults: [{ method: 'PUT', effect: { kind } }] });
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says(words);
  const { width, height } = await sharp(await stage.control.original('adele@contoso.com')).metadata();
  expect([width, height, await isUpright(await stage.control.original('adele@contoso.com'))]).toEqual([
    648,
    648,
    kind === 'dropAnswer',
  ]);
});

test('undo puts back the very bytes there were; remove asks first, and can be undone too', async () => {
  await agreed();
  await openMine();
  const before = await stage.control.photo('adele@contoso.com');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says(/^Saved\./);
  await button('Undo the change').click();
  await written(2);
  await stage.expectFace('adele@contoso.com', 'Adele Vance');
  expect((await stage.control.photo('adele@contoso.com')).length).toBeGreaterThan(before.length / 2);
  await button('Remove').click();
  await says('Remove this photo?');
  await button('Keep it').click();
  expect((await writes()).map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  await button('Remove').click();
  await button('Remove the photo').click();
  await says('The service holds no photo any more.');
  await says('No photo was set.');
  await button('Undo the change').click();
  await written(4);
  await stage.expectFace('adele@contoso.com', 'Adele Vance');
});

test.each([
  [{ photosLocked: true }, 'does not let you change this photo'],
  [{ faults: [{ method: 'PUT', effect: { kind: 'status', status: 413 } }] }, 'The service takes smaller photos only.'],
  [{ faults: [{ method: 'PUT', effect: { kind: 'status', status: 500 } }] }, 'did not save the photo'],
  [{ faults: [{ method: 'PUT', effect: { kind: 'status', status: 429 } }] }, 'The photo service is busy'],
])('a refusal has its own words and keeps the crop (%#)', async (state, words) => {
  await agreed();
  await stage.control.patch(state);
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says(words);
  await button('Save').waitFor();
  await stage.control.patch({ photosLocked: false, faults: [] });
  await button('Save').click();
  await says(/^Saved\./);
});

test('taken but not told yet is said so, and the new face stays', async () => {
  await agreed();
  await stage.control.patch({ propagation: 600_000 });
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('Saved, but the service still shows the old photo.');
  await stage.pane.getByRole('button', { name: 'Details of Adele Vance' }).click();
  await button('Read again').click();
  await says('the service, just now');
  expect(await isUpright(await drawn())).toBe(true);
});

test.each([
  [
    'not a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'This is not a picture that can be used.',
  ],
  ['nothing in it', Buffer.alloc(0), 'This file is empty.'],
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
  await says('less than 48 × 48 pixels');
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
  await button('Take it').click();
  await previewed();
  expect(await track.evaluate((one) => one?.readyState)).toBe('ended');
  await button('Save').click();
  await says(/^Saved\./);
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

test('saving can be stopped: the crop stays, and saving again goes through', async () => {
  await agreed();
  await stage.control.patch({ faults: [{ method: 'PUT', effect: { kind: 'slow', milliseconds: 60_000 }, times: 1 }] });
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('Saving the photo…');
  // Once the upload is under way, its fault is used up.
  while ((await stage.control.faultsLeft()) > 0) await stage.page.evaluate(() => new Promise(requestAnimationFrame));
  await button('Stop saving').click();
  await button('Cancel').waitFor();
  await button('Save').click();
  await says(/^Saved\./);
});

test('a worker that does not start is named, and the next try starts another', async () => {
  await openMine();
  const scripts = '**/*.js';
  await stage.page.route(scripts, (route) => route.abort());
  await choose(await jpegOf(900, 900));
  await says('The picture could not be worked on');
  await stage.page.unroute(scripts);
  await button('Try again').click();
  await previewed();
});

test('a 48-megapixel phone photo, lying on its side, ends upright', async () => {
  await agreed();
  await openMine();
  await choose(await phonePhoto(6, 8000, 6000));
  await previewed();
  await button('Save').click();
  await says(/^Saved\./);
  expect(await isUpright(await stage.control.original('adele@contoso.com'))).toBe(true);
});

test('Microsoft’s own Graph client reads back what the pane saved', async () => {
  await agreed();
  await openMine();
  await choose(await jpegOf(504, 504));
  await previewed();
  await button('Save').click();
  await says(/^Saved\./);
  const { mine } = await askWithGraphClient(stage.sandbox.window);
  await says(`504 × 504 pixels, eTag ${String(mine?.['@odata.mediaEtag'])}`);
});

test('never a write when the token is of another account', async () => {
  await open('?bridge=wrongaccount');
  await stage.pane.getByRole('tab').nth(1).click();
  await says('You are signed in as nina@fabrikam.com');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('You are signed in as nina@fabrikam.com');
  expect(await writes()).toEqual([]);
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
  await says('That was no picture file.');
  await drop([...(await jpegOf(600, 600))]);
  await previewed();
});

test('a pasted picture opens; the crop stays while another message is selected and another screen looked at', async () => {
  await openMine();
  const bytes = [...(await jpegOf(600, 600))];
  await stage.pane.locator('main').evaluate((main, content) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], 'x.jpg', { type: 'image/jpeg' }));
    main.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, bytes);
  await previewed();
  await button('Turn right').click();
  await stage.select('diego@contoso.com');
  await stage.pane.getByRole('tab').nth(0).click();
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.pane.getByRole('tab').nth(1).click();
  await previewed();
  await button('Cancel').click();
  await button('Change').waitFor();
  expect(await writes()).toEqual([]);
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
