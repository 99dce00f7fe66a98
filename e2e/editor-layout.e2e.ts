import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { boxOf, expect, test, type Editing } from './support/editing';
import { inEachLook, looks, type Look } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { jpegOf } from './support/pictures';

const { adele, alex, info, lynne } = people;

const english = { change: 'Change photo', save: 'Save', cancel: 'Cancel', stop: 'Stop saving', more: 'More tools' };
const german: typeof english = {
  change: 'Foto ändern',
  save: 'Speichern',
  cancel: 'Abbrechen',
  stop: 'Stoppen',
  more: 'Weitere Tools',
};

/** All of an element is in the part of the pane that is seen. */
async function expectInSight(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  await expect(async () => {
    const [pane, box] = [await boxOf(page.locator('iframe')), await boxOf(element)];
    const isInside =
      box.x >= pane.x &&
      box.y >= pane.y &&
      box.x + box.width <= pane.x + pane.width &&
      box.y + box.height <= pane.y + pane.height;
    expect(isInside, `${String(element)}: ${JSON.stringify(box)}, the pane: ${JSON.stringify(pane)}`).toBe(true);
  }).toPass({ timeout: 5_000 });
}

async function scrollToEnd(pane: FrameLocator): Promise<void> {
  await pane.locator('html').evaluate((page) => page.scrollTo(0, page.scrollHeight));
}

async function failSaves({ control }: Outlook): Promise<void> {
  await control.patch({ faults: [{ method: 'PUT', effect: { kind: 'status', status: 500 } }] });
}

test('the whole editor is in sight and accessible in every look of a low pane', async ({
  outlook,
  editing,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto('?width=320&height=480');
  const narrow: Look = { width: 320, theme: 'light', language: 'en', forcedColors: 'none' };
  const check = async (name: (screen: string) => string, { language }: Look): Promise<void> => {
    const names = language === 'de' ? german : english;
    await editing.choosePicture(await jpegOf(900, 600), () => editing.button(names.change).click());
    await editing.expectPreview();
    const buttons = [editing.button(names.save), editing.button(names.cancel)];
    const turns = pane.locator('button').filter({ has: pane.locator('svg') });
    for (const part of [editing.cropArea(), pane.getByRole('slider'), editing.button(names.more), ...buttons])
      await expectInSight(page, part);
    for (const turn of await turns.all()) await expectInSight(page, turn);
    const isScrollable = await pane.locator('html').evaluate((html) => html.scrollHeight > html.clientHeight);
    expect(isScrollable).toBe(false);
    await expectAccessible(page, name('the editor'));
    await editing.button(names.more).click();
    await expect(pane.getByRole('slider')).toHaveCount(2);
    for (const button of buttons) await expectInSight(page, button);
    await scrollToEnd(pane);
    for (const button of buttons) await expectInSight(page, button);
    await expectAccessible(page, name('the finer tools'));
    await expectNothingCutOff(pane, name('the finer tools'));
    await failSaves(outlook);
    await editing.button(names.save).click();
    await expect(pane.getByRole('alert')).toBeVisible();
    for (const button of buttons) await expectInSight(page, button);
    await expectAccessible(page, name('a failed save'));
    await expectNothingCutOff(pane, name('a failed save'));
    await editing.button(names.more).click();
    await editing.button(names.cancel).click();
  };
  await inEachLook(outlook, check, [narrow, ...looks]);
});

test('a save in flight has its step above the buttons, and Stop saving in the place of Cancel', async ({
  outlook,
  editing,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  await outlook.control.patch({
    faults: [{ method: 'PUT', effect: { kind: 'slow', milliseconds: 60_000 }, times: 1 }],
  });
  await editing.openMyPhoto('?width=320&height=480');
  await editing.openPicture(await jpegOf(900, 900));
  const [save, cancel] = [await boxOf(editing.button('Save')), await boxOf(editing.button('Cancel'))];
  await editing.button('Save').click();
  const step = pane.getByText('Saving the photo…');
  await expectInSight(page, step);
  await expectAccessible(page, 'a save in flight');
  const stop = await boxOf(editing.button('Stop saving'));
  expect([stop.x, stop.y]).toEqual([cancel.x, cancel.y]);
  const stepBox = await boxOf(step);
  expect(stepBox.y + stepBox.height).toBeLessThanOrEqual(save.y);
  await expect.poll(() => outlook.control.faultsLeft()).toBe(0);
  await editing.button('Stop saving').click();
  await expect(editing.button('Cancel')).toBeVisible();
  await failSaves(outlook);
  await editing.button('Save').click();
  const error = pane.getByText('did not save the photo');
  await expectInSight(page, error);
  await expectInSight(page, editing.button('Try again'));
  const errorBox = await boxOf(error);
  expect(errorBox.y + errorBox.height).toBeLessThanOrEqual((await boxOf(editing.button('Save'))).y);
});

/** Presses Tab and expects that the element has the focus. */
async function expectNext(page: Page, element: Locator): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(element).toBeFocused();
}

/** The picture under the mask, as it is drawn. */
async function position(pane: FrameLocator): Promise<string> {
  const picture = pane.getByRole('application').locator('xpath=..').locator('img');
  return picture.evaluate(({ style }) => style.transform);
}

test('the keyboard goes from the picture through the tools to Save, and back to the photo', async ({
  editing,
  page,
  pane,
}) => {
  const { keyboard } = page;
  await editing.consentToWrite();
  await editing.openMyPhoto('?width=320&height=480');
  await pane.getByRole('tab').nth(1).focus();
  await editing.choosePicture(await jpegOf(900, 600), async () => {
    for (const name of ['More options', `Details of ${adele.name}`, `Copy ${adele.address}`, 'Change photo'])
      await expectNext(page, editing.button(name));
    await keyboard.press('Enter');
  });
  await expect(editing.cropArea()).toBeFocused();
  const zoom = pane.getByRole('slider', { name: 'Zoom' });
  await expectNext(page, zoom);
  await keyboard.press('PageUp');
  await expect(zoom).toHaveAttribute('aria-valuetext', /^[1-5]\d\d percent$/);
  await expectNext(page, editing.button('Turn left'));
  await expectNext(page, editing.button('Turn right'));
  const more = editing.button('More tools');
  await expectNext(page, more);
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expectNext(page, editing.button('Save'));
  await expectNext(page, editing.button('Cancel'));
  await more.focus();
  await keyboard.press('Enter');
  const angle = pane.getByRole('slider', { name: 'Angle' });
  await expect(angle).toBeVisible();
  await expectNext(page, angle);
  await expect(angle).toHaveAttribute('aria-valuetext', 'Straight');
  await keyboard.press('ArrowLeft');
  await expect(angle).toHaveAttribute('aria-valuetext', '1 degree to the left');
  for (const name of ['Move left', 'Move up', 'Move down', 'Move right', 'Mirror', 'Start over', 'Save'])
    await expectNext(page, editing.button(name));
  // The tools stay open while other screens are shown.
  await pane.getByRole('tab').nth(0).click();
  await pane.getByRole('tab').nth(1).click();
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await editing.cropArea().focus();
  const before = await position(pane);
  await keyboard.press('ArrowRight');
  await expect.poll(() => position(pane)).not.toBe(before);
  await keyboard.press('Enter');
  await editing.expectText(/^Saved\./);
  await expect(editing.button('Change photo')).toBeFocused();
});

async function shownPixels(editing: Editing): Promise<number> {
  return (await boxOf(editing.cropArea())).width;
}

test('the mask is as large as the pane allows; Escape closes a picture that was not moved, and keeps one that was', async ({
  editing,
  page,
  pane,
}) => {
  await editing.openMyPhoto('?width=320&height=480');
  for (const [width, height] of [
    [1200, 400],
    [400, 1200],
  ] as const) {
    await editing.openPicture(await jpegOf(width, height));
    expect(await shownPixels(editing)).toBeGreaterThan(200);
    await editing.button('Cancel').click();
  }
  await editing.openPicture(await jpegOf(900, 600));
  await page.keyboard.press('Escape');
  await expect(editing.button('Change photo')).toBeFocused();
  await editing.openPicture(await jpegOf(900, 600));
  const middle = await position(pane);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => position(pane)).not.toBe(middle);
  await page.keyboard.press('Escape');
  await editing.cropArea().focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => position(pane)).toBe(middle);
});

async function lookUp(pane: FrameLocator, page: Page, address: string): Promise<void> {
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await pane.getByRole('combobox').fill(address);
  await page.keyboard.press('Enter');
}

/** The buttons of a person's photo, in their order. */
async function buttonsOf(pane: FrameLocator, name: string): Promise<readonly string[]> {
  const buttons = pane.getByRole('group', { name }).getByRole('button');
  return buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
}

test('a photo has one main button, and the others in one row below it, in My photo, Look up and a shared mailbox', async ({
  outlook,
  editing,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  await editing.openMyPhoto('?width=320');
  const change = await boxOf(editing.button('Change photo'));
  const below = await Promise.all(['Take a photo', 'Remove'].map((name) => boxOf(editing.button(name))));
  for (const { y } of below) expect(y).toBe(below[0]?.y);
  expect((below[0]?.y ?? 0) - change.y - change.height).toBeLessThanOrEqual(12);
  await editing.openAndSave(await jpegOf(900, 900));
  const order = ['Change photo', 'Take a photo', 'Remove'];
  expect(await buttonsOf(pane, adele.name)).toEqual([...order, 'Undo the change']);
  await expectAccessible(page, 'My photo with Undo');
  await editing.button('Remove').click();
  await expect(editing.button('Keep it')).toBeFocused();
  await editing.button('Keep it').click();
  await expect(editing.button('Change photo')).toBeFocused();
  await lookUp(pane, page, lynne.address);
  await expect.poll(() => buttonsOf(pane, lynne.address)).toEqual(order);
  await outlook.open(`?account=${alex.address}&mailbox=shared&item=megan%40contoso.com`);
  await pane.getByRole('tab', { name: 'My photo' }).click();
  for (const { name } of [alex, info]) await expect.poll(() => buttonsOf(pane, name)).toEqual(order);
});

test('the editor of a person who was looked up is in sight, without the form', async ({ editing, page, pane }) => {
  await editing.openMyPhoto('?account=alex%40contoso.com&width=320&height=480');
  await lookUp(pane, page, lynne.address);
  await editing.choosePicture(await jpegOf(900, 600), async () => {
    await editing.button('Change photo').click();
    await page.getByRole('button', { name: 'Accept' }).click();
  });
  for (const part of [editing.cropArea(), editing.button('Save')]) await expectInSight(page, part);
  await expect(pane.getByRole('combobox')).toHaveCount(0);
  await editing.button('Cancel').click();
  await expect(pane.getByRole('combobox')).toBeVisible();
});
