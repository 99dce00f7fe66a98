import type { Page } from '@playwright/test';
import type { Editing } from './support/editing';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import sharp from 'sharp';
import { askWithGraphClient } from './support/graph';
import { isUpright, jpegOf } from './support/pictures';
import { expect, test } from './support/story';

/** So many writes have reached the service, and the pane has proven the last of them. */
async function written(editing: Editing, page: Page, count: number): Promise<void> {
  while ((await editing.writes()).length < count) await page.evaluate(() => new Promise(requestAnimationFrame));
  await editing.says(/^Saved\./);
}

/** My face as the pane draws it now. */
async function drawn(outlook: Outlook): Promise<Buffer> {
  const image = outlook.faceOf('Adele Vance');
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  return image.screenshot();
}

test('the permission to write is asked for at the first save, and the face is new everywhere', async ({
  outlook,
  editing,
  page,
  pane,
}) => {
  await editing.openMine('?item=mine');
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says('Outlook needs your permission before it can change this photo.');
  expect(await editing.writes()).toEqual([]);
  await editing.button('Sign in').click();
  await expect(page.getByText('User.ReadWrite', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await editing.says(/^Saved\./);
  expect(await isUpright(await drawn(outlook))).toBe(true);
  await pane.getByRole('tab').nth(0).click();
  expect(await isUpright(await drawn(outlook))).toBe(true);
  expect((await editing.writes()).map(({ method, status }) => [method, status])).toEqual([['PUT', 200]]);
});

test('PATCH by configuration', async ({ editing }) => {
  await editing.grant();
  await editing.openMine('?upload=PATCH');
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.save();
  expect((await editing.writes()).map(({ method }) => method)).toEqual(['PATCH']);
});

test('the picture that is there already is saved once more, and proven', async ({ editing, page }) => {
  await editing.grant();
  await editing.openMine();
  const picture = await jpegOf(648, 648);
  for (const count of [1, 2]) {
    await editing.choose(picture);
    await editing.previewed();
    await editing.button('Save').click();
    await written(editing, page, count);
  }
});

test('Save clicked twice is one request', async ({ editing, control }) => {
  await editing.grant();
  await control.patch({ latency: 200 });
  await editing.openMine();
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').dblclick();
  await editing.says(/^Saved\./);
  expect(await editing.writes()).toHaveLength(1);
});

for (const [name, kind, words] of [
  ['before anything was stored', 'drop', /The old photo stays/],
  ['after all was stored', 'dropAnswer', /^Saved\./],
] as const) {
  test(`a connection that is cut ${name} ends with the truth`, async ({ editing, control }) => {
    await editing.grant();
    await control.patch({ faults: [{ method: 'PUT', effect: { kind } }] });
    await editing.openMine();
    await editing.choose(await jpegOf(900, 900));
    await editing.previewed();
    await editing.button('Save').click();
    await editing.says(words);
    const { width, height } = await sharp(await control.original(people.adele.address)).metadata();
    expect([width, height, await isUpright(await control.original(people.adele.address))]).toEqual([
      648,
      648,
      kind === 'dropAnswer',
    ]);
  });
}

test('undo puts back the photo there was; remove asks first, and can be undone too', async ({
  outlook,
  editing,
  page,
}) => {
  await editing.grant();
  await editing.openMine();
  const before = await outlook.photo(people.adele.address);
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.save();
  await editing.button('Undo the change').click();
  await written(editing, page, 2);
  await outlook.expectFace(people.adele);
  expect((await outlook.photo(people.adele.address)).length).toBeGreaterThan(before.length / 2);
  await editing.button('Remove').click();
  await editing.says('Remove this photo?');
  await editing.button('Keep it').click();
  expect((await editing.writes()).map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  await editing.button('Remove').click();
  await editing.button('Remove the photo').click();
  await editing.says('Removed.');
  await editing.says('No photo was set.');
  await editing.button('Undo the change').click();
  await written(editing, page, 4);
  await outlook.expectFace(people.adele);
});

for (const [state, words] of [
  [{ photosLocked: true }, 'does not let you change this photo'],
  [
    { faults: [{ method: 'PUT', effect: { kind: 'status', status: 413 } }] },
    'The service accepts smaller photos only.',
  ],
  [{ faults: [{ method: 'PUT', effect: { kind: 'status', status: 500 } }] }, 'did not save the photo'],
  [{ faults: [{ method: 'PUT', effect: { kind: 'status', status: 429 } }] }, 'The photo service is busy'],
] as const) {
  test(`a refusal has its own words and keeps the crop (%#)`, async ({ editing, control }) => {
    await editing.grant();
    await control.patch(state);
    await editing.openMine();
    await editing.choose(await jpegOf(900, 900));
    await editing.previewed();
    await editing.button('Save').click();
    await editing.says(words);
    await expect(editing.button('Save')).toBeVisible();
    await control.patch({ photosLocked: false, faults: [] });
    await editing.save();
  });
}

test('taken but not told yet is said so, and the new face stays', async ({ outlook, editing, control, pane }) => {
  await editing.grant();
  await control.patch({ propagation: 600_000 });
  await editing.openMine();
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says('Saved, but not visible yet.');
  await pane.getByRole('button', { name: 'Details of Adele Vance' }).click();
  await editing.button('Read again').click();
  await editing.says('the service, just now');
  expect(await isUpright(await drawn(outlook))).toBe(true);
});

test('a photo that is saved and cannot be read back afterwards is called saved, not visible yet', async ({
  editing,
  control,
  page,
}) => {
  await editing.grant();
  await editing.openMine();
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await page.route('**/me/photo/$value', async (route) => {
    const response = await route.fetch();
    await control.patch({ faults: [{ path: '/me/photo$', effect: { kind: 'status', status: 403 } }] });
    await route.fulfill({ response });
  });
  await editing.button('Save').click();
  await editing.says('Saved, but not visible yet.');
  expect(await isUpright(await control.original(people.adele.address))).toBe(true);
});

test('saving can be stopped: the crop stays, and saving again goes through', async ({ editing, control, page }) => {
  await editing.grant();
  await control.patch({ faults: [{ method: 'PUT', effect: { kind: 'slow', milliseconds: 60_000 }, times: 1 }] });
  await editing.openMine();
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says('Saving the photo…');
  // Once the upload is under way, its fault is used up.
  await expect.poll(() => control.faultsLeft()).toBe(0);
  await editing.button('Stop saving').click();
  await expect(editing.button('Cancel')).toBeVisible();
  await editing.save();
});

test('Microsoft’s own Graph client reads back what the pane saved', async ({ outlook, editing }) => {
  await editing.grant();
  await editing.openMine();
  await editing.choose(await jpegOf(504, 504));
  await editing.previewed();
  await editing.save();
  const { mine } = await askWithGraphClient(outlook.places.window);
  await editing.says(`504 × 504 pixels, eTag ${String(mine?.['@odata.mediaEtag'])}`);
});

test('never a write when the token is of another account', async ({ outlook, editing, pane }) => {
  await outlook.open('?bridge=wrongaccount');
  await pane.getByRole('tab').nth(1).click();
  await editing.says('You are signed in as nina@fabrikam.com');
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says('You are signed in as nina@fabrikam.com');
  expect(await editing.writes()).toEqual([]);
});

test('a pasted picture opens; the crop stays while another message is selected and another screen looked at', async ({
  outlook,
  editing,
  pane,
}) => {
  await editing.openMine();
  const bytes = [...(await jpegOf(600, 600))];
  await pane.locator('main').evaluate((main, content) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], 'x.jpg', { type: 'image/jpeg' }));
    main.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, bytes);
  await editing.previewed();
  await editing.button('Turn right').click();
  await outlook.select(people.diego.address);
  await pane.getByRole('tab').nth(0).click();
  await outlook.expectFace(people.diego);
  await pane.getByRole('tab').nth(1).click();
  await editing.previewed();
  await editing.button('Cancel').click();
  await expect(editing.button('Change')).toBeVisible();
  expect(await editing.writes()).toEqual([]);
});
