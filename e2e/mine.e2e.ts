import sharp from 'sharp';
import { expect, test, type Editing } from './support/editing';
import { askWithGraphClient } from './support/graph';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';

const { adele, diego, nina } = people;

/** The service has received so many writes, and the pane reports the last of them as saved. */
async function expectSaved(editing: Editing, writes: number): Promise<void> {
  await expect.poll(() => editing.writes()).toHaveLength(writes);
  await editing.expectText(/^Saved\./);
}

async function writeMethods(editing: Editing): Promise<readonly string[]> {
  return (await editing.writes()).map(({ method }) => method);
}

/** The pane shows the upright test picture as my face. */
async function expectNewFace(outlook: Outlook): Promise<void> {
  const image = outlook.faceOf(adele.name);
  await expect(async () => {
    await image.evaluate((element) => (element as HTMLImageElement).decode());
    expect(await isUpright(await image.screenshot()), 'the face shows the upright picture').toBe(true);
  }).toPass({ timeout: 10_000 });
}

test('a pasted picture opens, and its crop stays while another message and another tab are selected', async ({
  outlook,
  page,
  pane,
  editing,
}) => {
  await editing.openMyPhoto('?item=mine');
  const bytes = [...(await jpegOf(600, 600))];
  await pane.locator('main').evaluate((main, content) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(content)], 'x.jpg', { type: 'image/jpeg' }));
    main.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, bytes);
  await editing.expectPreview();
  await editing.button('Turn right').click();
  await outlook.select(diego.address);
  await pane.getByRole('tab').nth(0).click();
  await outlook.expectFace(diego);
  await pane.getByRole('tab').nth(1).click();
  await editing.expectPreview();
  await editing.button('Cancel').click();
  await expect(editing.button('Change photo')).toBeVisible();
  expect(await editing.writes()).toEqual([]);
  await test.step('the permission to write is requested at the first save, and every screen shows the new face', async () => {
    await outlook.select('mine');
    await editing.openPicture(await jpegOf(900, 900));
    await editing.button('Save').click();
    await editing.expectText('Outlook needs your permission before it can change this photo.');
    expect(await editing.writes()).toEqual([]);
    await editing.button('Sign in').click();
    await expect(page.getByText('User.ReadWrite', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Accept' }).click();
    await editing.expectText(/^Saved\./);
    await expectNewFace(outlook);
    await pane.getByRole('tab').nth(0).click();
    await expectNewFace(outlook);
    expect((await editing.writes()).map(({ method, status }) => [method, status])).toEqual([['PUT', 200]]);
  });
});

test('the config sets the method PATCH', async ({ editing }) => {
  await editing.consentToWrite();
  await editing.openMyPhoto('?upload=PATCH');
  await editing.openPicture(await jpegOf(900, 900));
  await editing.save();
  expect(await writeMethods(editing)).toEqual(['PATCH']);
});

test('a double click on Save sends one request; after a save that was stopped or refused the crop stays', async ({
  control,
  editing,
  pane,
}) => {
  await editing.consentToWrite();
  await control.patch({ latency: 200 });
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').dblclick();
  await editing.expectText(/^Saved\./);
  expect(await editing.writes()).toHaveLength(1);
  await control.patch({ faults: [{ method: 'PUT', effect: { kind: 'slow', milliseconds: 60_000 }, times: 1 }] });
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await editing.expectText('Saving the photo…');
  // The upload that is in flight has used up the fault.
  await expect.poll(() => control.faultsLeft()).toBe(0);
  await editing.button('Stop saving').click();
  await expect(editing.button('Cancel')).toBeVisible();
  await editing.save();
  await test.step('a refusal has a text of its own, and the crop stays', async () => {
    await control.patch({ latency: 0 });
    const refusals = [
      [413, 'The service accepts smaller photos only.'],
      [500, 'did not save the photo'],
      [429, 'The photo service is busy'],
    ] as const;
    for (const [index, [status, text]] of refusals.entries()) {
      await test.step(text, async () => {
        await control.patch({ faults: [{ method: 'PUT', effect: { kind: 'status', status } }] });
        await editing.openPicture(await jpegOf(900, 900));
        await expect(pane.getByText(/^Saved\./)).toHaveCount(0);
        // Another picture than the one before, which would be found on the service.
        for (let turn = 0; turn <= index; turn++) await editing.button('Turn right').click();
        await editing.button('Save').click();
        await editing.expectText(text);
        await expect(editing.button('Save')).toBeVisible();
        await control.patch({ faults: [] });
        await editing.save();
      });
    }
  });
});

test('a connection that is cut leads to the old photo, or to the saved one where all was stored', async ({
  page,
  control,
  editing,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  for (const [kind, text, stored] of [
    ['drop', /The old photo stays/, false],
    ['dropAnswer', /^Saved\./, true],
  ] as const) {
    await test.step(kind, async () => {
      await control.patch({ faults: [{ method: 'PUT', effect: { kind } }] });
      await editing.button('Save').click();
      await editing.expectText(text);
      const held = await control.original(adele.address);
      expect(await sharp(held).metadata()).toMatchObject({ width: 648, height: 648 });
      expect(await isUpright(held)).toBe(stored);
    });
  }
  await test.step('a photo that is saved and then cannot be read is reported as not visible yet', async () => {
    // The service holds the old photo again.
    await control.reset();
    await editing.consentToWrite();
    await editing.openPicture(await jpegOf(900, 900));
    await page.route('**/me/photo/$value', async (route) => {
      const response = await route.fetch();
      await control.patch({ faults: [{ path: '/me/photo$', effect: { kind: 'status', status: 403 } }] });
      await route.fulfill({ response });
    });
    await editing.button('Save').click();
    await editing.expectText('Saved, but not visible yet.');
    expect(await isUpright(await control.original(adele.address))).toBe(true);
  });
});

test('Undo restores the old photo; Remove needs a confirmation, and can be undone too', async ({
  outlook,
  places,
  editing,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  const before = await outlook.photo(adele.address);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.save();
  await editing.button('Undo the change').click();
  await expectSaved(editing, 2);
  await outlook.expectFace(adele);
  expect((await outlook.photo(adele.address)).length).toBeGreaterThan(before.length / 2);
  await editing.button('Remove').click();
  await editing.expectText('Remove this photo?');
  await editing.button('Keep it').click();
  expect(await writeMethods(editing)).toEqual(['PUT', 'PUT']);
  await editing.button('Remove').click();
  await editing.button('Remove the photo').click();
  await editing.expectText('Removed.');
  await editing.expectText('No photo was set.');
  await editing.button('Undo the change').click();
  await expectSaved(editing, 4);
  await outlook.expectFace(adele);
  await test.step('a picture that the service holds already can be saved again, and Microsoft’s Graph client reads it', async () => {
    const picture = await jpegOf(648, 648);
    for (const count of [5, 6]) {
      await editing.openPicture(picture);
      await editing.button('Save').click();
      await expectSaved(editing, count);
    }
    const { mine } = await askWithGraphClient(places.window);
    await editing.expectText(`648 × 648 pixels, eTag ${String(mine?.['@odata.mediaEtag'])}`);
  });
});

test('a photo that the service returns only later is reported as not visible yet, and stays in the pane', async ({
  outlook,
  control,
  editing,
}) => {
  await editing.consentToWrite();
  await control.patch({ propagation: 600_000 });
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await editing.expectText('Saved, but not visible yet.');
  await editing.button(`Details of ${adele.name}`).click();
  await editing.button('Read again').click();
  await editing.expectText('the service, just now');
  await expectNewFace(outlook);
});

test('a token of another account never leads to a write', async ({ outlook, pane, editing }) => {
  const text = `You are signed in as ${nina.address}`;
  await outlook.open('?bridge=wrongaccount');
  await pane.getByRole('tab').nth(1).click();
  await editing.expectText(text);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await editing.expectText(text);
  expect(await editing.writes()).toEqual([]);
});
