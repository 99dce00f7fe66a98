import type { Page } from '@playwright/test';
import { Editing, expect, test } from './support/editing';
import { Outlook } from './support/outlook';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';
import { openSettings } from './support/settings';

// Photos that are saved while other programs, panes and accounts are at work.

const { adele, nina, megan } = people;

/** Holds the answer to the next upload back. @returns what waits for the upload, and what lets the answer through. */
async function holdUpload(page: Page) {
  let arrived = (): void => undefined;
  let release = (): void => undefined;
  const isStored = new Promise<void>((resolve) => (arrived = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    '**/photo/$value',
    async (route) => {
      const response = await route.fetch();
      arrived();
      await released;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return { isStored, release: () => release() };
}

test('a photo that another program saves at the same moment is shown, and mine is not called saved', async ({
  outlook,
  control,
  editing,
  page,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  const theirs = await control.original(megan.address);
  const upload = await holdUpload(page);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await upload.isStored;
  await control.setOriginal(adele.address, theirs);
  upload.release();
  await editing.expectText('This photo was changed elsewhere at the same moment');
  await editing.expectText('On the service now');
  await editing.expectPreview();
  expect((await control.original(adele.address)).equals(theirs)).toBe(true);
  await editing.button('Try again').click();
  await editing.expectText(/^Saved\./);
  expect(await isUpright(await control.original(adele.address))).toBe(true);
  // An Undo that would replace another program's photo asks first.
  await control.setOriginal(adele.address, theirs);
  await editing.button('Undo the change').click();
  await editing.expectText('This photo was changed elsewhere at the same moment');
  expect((await control.original(adele.address)).equals(theirs)).toBe(true);
  await outlook.expectFace(adele);
});

test('two panes: one saves while the other clears the kept photos and switches accounts', async ({
  outlook,
  control,
  editing,
  context,
  page,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  const page2 = await context.newPage();
  const second = new Outlook(page2, control, outlook.places);
  const secondEditing = new Editing(second);
  await secondEditing.openMyPhoto('?accounts=switching');

  // Both save: the one whose photo the service does not hold says so.
  await secondEditing.openPicture(await jpegOf(300, 300));
  await page.bringToFront();
  await editing.openPicture(await jpegOf(900, 900));
  const upload = await holdUpload(page);
  await editing.button('Save').click();
  await upload.isStored;
  await page2.bringToFront();
  await secondEditing.button('Turn right').click();
  await secondEditing.button('Save').click();
  await secondEditing.expectText(/^Saved\./);
  // The other pane empties what is kept, and shows another account.
  await openSettings(second.pane);
  await second.pane.getByRole('button', { name: 'Remove kept photos' }).click();
  await second.pane.getByRole('button', { name: 'Back' }).click();
  await second.select('second-mine');
  await second.expectFace(nina);
  upload.release();
  await page.bringToFront();
  await editing.expectText('This photo was changed elsewhere at the same moment');
  await editing.button('Try again').click();
  await editing.expectText(/^Saved\./);
  await outlook.expectFace(adele);
  await page2.bringToFront();
  await second.expectFace(nina);
  await openSettings(second.pane);
  await expect(second.pane.getByText(/^1 person/).first()).toBeVisible();
});

test('the account changes during an upload: nothing of the one before stands under the new name', async ({
  outlook,
  control,
  editing,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  const hers = await control.original(nina.address);
  await editing.openMyPhoto('?accounts=switching');
  const upload = await holdUpload(page);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await upload.isStored;
  await outlook.select('second-mine');
  await expect(pane.getByRole('heading', { name: nina.name })).toBeVisible();
  await outlook.expectFace(nina);
  upload.release();
  await expect(pane.getByText(adele.name)).toHaveCount(0);
  await expect(pane.getByText('This mailbox')).toHaveCount(0);
  await expect(pane.getByText(/^Saved/)).toHaveCount(0);
  await expect(editing.button('Undo the change')).toHaveCount(0);
  expect((await control.original(nina.address)).equals(hers)).toBe(true);
  await pane.getByRole('tab').nth(0).click();
  await outlook.expectFace(nina);
  await expect(pane.getByText('you', { exact: true })).toBeVisible();
  // Back, the save has ended for the one who began it.
  await outlook.select('mine');
  await outlook.expectFace(adele);
  await expect(pane.getByText('you', { exact: true })).toBeVisible();
  expect(await isUpright(await control.original(adele.address))).toBe(true);
});
