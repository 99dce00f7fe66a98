import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { linesOf } from './support/diagnosis';
import { expect, test, type Editing } from './support/editing';
import { drawAs, type Look } from './support/looks';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';

// Uploads that the service refuses: what is sent, what is said, and what the help desk gets.

const { adele } = people;

const refusal = (status: number, code: string, times?: number) => ({
  faults: [
    {
      method: 'PUT',
      ...(times !== undefined && { times }),
      effect: { kind: 'status', status, body: JSON.stringify({ error: { code } }) },
    },
  ],
});

async function statuses(editing: Editing): Promise<readonly number[]> {
  return (await editing.writes()).map(({ status }) => status);
}

test('too large a picture is saved smaller; after a 404 the same is sent once more, and what is refused is explained', async ({
  control,
  editing,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editing.consentToWrite();
  await control.patch(refusal(413, '', 1));
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  await editing.save();
  await editing.expectText(/saved with fewer pixels: 360 × 360/);
  expect(await statuses(editing)).toEqual([413, 200]);

  await control.reset();
  await editing.consentToWrite();
  await control.patch(refusal(404, 'ErrorItemNotFound', 1));
  await editing.openPicture(await jpegOf(900, 900));
  expect((await sharp(await editing.save()).metadata()).width).toBe(648);
  expect(await statuses(editing)).toEqual([404, 200]);

  await control.patch(refusal(404, 'ErrorItemNotFound'));
  await editing.openPicture(await jpegOf(700, 700));
  await editing.button('Turn right').click();
  await editing.button('Save').click();
  await editing.expectText('It answered: 404 ErrorItemNotFound.');
  await expect(editing.button('Save')).toBeVisible();
  expect(await statuses(editing)).toEqual([404, 200, 404, 404]);
  await editing.button('Copy diagnosis').click();
  await editing.expectText('Copied.');
  // The window has the focus that reading the clipboard needs.
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  const lines = linesOf(await page.evaluate(() => navigator.clipboard.readText()));
  expect(lines).toMatchObject({ 'Address asked for': adele.address, Result: 'PictureRefusedError unclear' });
  expect(lines['Last change']).toMatch(/^404 ErrorItemNotFound [\da-f-]{36} \d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('a change that is not allowed turns Save off, and keeps the crop as a file', async ({
  outlook,
  control,
  editing,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  await control.patch({ photosLocked: true });
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  const german: Look = { width: 250, theme: 'dark', language: 'de', forcedColors: 'none' };
  for (const [look, save, keep] of [
    [null, 'Save', 'Save the picture'],
    [german, 'Speichern', 'Bild speichern'],
  ] as const) {
    if (look) await drawAs(outlook, look);
    await expect(editing.button(save)).toHaveAttribute('aria-disabled', 'true');
    const [file] = await Promise.all([page.waitForEvent('download'), editing.button(keep).click()]);
    const kept = readFileSync(await file.path());
    expect((await sharp(kept).metadata()).width).toBe(648);
    expect(await isUpright(kept)).toBe(true);
    await expect(editing.cropArea()).toBeVisible();
    await expectAccessible(page);
    await expectNothingCutOff(pane);
  }
});
