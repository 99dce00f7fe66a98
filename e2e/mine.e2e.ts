import sharp from 'sharp';
import { editingOn } from './support/editing';
import { askWithGraphClient } from './support/graph';
import { isUpright, jpegOf } from './support/pictures';
import { faceOf, story } from './support/story';

const stage = story();
const { agreed, button, choose, openMine, previewed, saved, says, writes } = editingOn(stage);

/** So many writes have reached the service, and the pane has proven the last of them. */
async function written(count: number): Promise<void> {
  while ((await writes()).length < count) await stage.page.evaluate(() => new Promise(requestAnimationFrame));
  await says(/^Saved\./);
}

/** My face as the pane draws it now. */
async function drawn(): Promise<Buffer> {
  const image = faceOf(stage.pane, 'Adele Vance');
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  return image.screenshot();
}

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
  await saved();
  expect((await writes()).map(({ method }) => method)).toEqual(['PATCH']);
});

test('the picture that is there already is saved once more, and proven', async () => {
  await agreed();
  await openMine();
  const picture = await jpegOf(648, 648);
  for (const count of [1, 2]) {
    await choose(picture);
    await previewed();
    await button('Save').click();
    await written(count);
  }
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

test('undo puts back the photo there was; remove asks first, and can be undone too', async () => {
  await agreed();
  await openMine();
  const before = await stage.control.photo('adele@contoso.com');
  await choose(await jpegOf(900, 900));
  await previewed();
  await saved();
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
  await says('Removed.');
  await says('No photo was set.');
  await button('Undo the change').click();
  await written(4);
  await stage.expectFace('adele@contoso.com', 'Adele Vance');
});

test.each([
  [{ photosLocked: true }, 'does not let you change this photo'],
  [
    { faults: [{ method: 'PUT', effect: { kind: 'status', status: 413 } }] },
    'The service accepts smaller photos only.',
  ],
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
  await saved();
});

test('taken but not told yet is said so, and the new face stays', async () => {
  await agreed();
  await stage.control.patch({ propagation: 600_000 });
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('Saved, but not visible yet.');
  await stage.pane.getByRole('button', { name: 'Details of Adele Vance' }).click();
  await button('Read again').click();
  await says('the service, just now');
  expect(await isUpright(await drawn())).toBe(true);
});

test('a photo that is saved and cannot be read back afterwards is called saved, not visible yet', async () => {
  await agreed();
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await stage.page.route('**/me/photo/$value', async (route) => {
    const response = await route.fetch();
    await stage.control.patch({ faults: [{ path: '/me/photo$', effect: { kind: 'status', status: 403 } }] });
    await route.fulfill({ response });
  });
  await button('Save').click();
  await says('Saved, but not visible yet.');
  expect(await isUpright(await stage.control.original('adele@contoso.com'))).toBe(true);
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
  await saved();
});

test('Microsoft’s own Graph client reads back what the pane saved', async () => {
  await agreed();
  await openMine();
  await choose(await jpegOf(504, 504));
  await previewed();
  await saved();
  const { mine } = await askWithGraphClient(stage.sandbox.window);
  await says(`504 × 504 pixels, eTag ${String(mine?.['@odata.mediaEtag'])}`);
});

test('never a write when the token is of another account', async () => {
  await stage.open('?bridge=wrongaccount');
  await stage.pane.getByRole('tab').nth(1).click();
  await says('You are signed in as nina@fabrikam.com');
  await choose(await jpegOf(900, 900));
  await previewed();
  await button('Save').click();
  await says('You are signed in as nina@fabrikam.com');
  expect(await writes()).toEqual([]);
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
