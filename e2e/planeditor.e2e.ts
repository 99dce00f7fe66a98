import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessiblePage } from './support/accessible';
import { archiveOf, chooseFiles, coloredPeople, type ColoredPerson, type NamedPicture } from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { isUpright, jpegOf, meanColorOf } from './support/pictures';
import { isNear } from './support/pixels';
import { expect, test as base } from './support/story';

// The cut of a photo in the plan for many people, changed in the editor that the pane has.

/** Each cut takes up to a second on a busy machine. */
const aWhile = { timeout: 40_000 };

/** The editor, as a person who cuts a picture meets it. */
class PlanEditor {
  readonly #everybody: PeoplePage;

  constructor(everybody: PeoplePage) {
    this.#everybody = everybody;
  }

  get dialog(): Locator {
    return this.#everybody.page.getByRole('dialog');
  }

  /** The button of a row, which shows the new photo. */
  cut({ name }: ColoredPerson): Locator {
    return this.#everybody.page.getByRole('button', { name: new RegExp(`(cut|Ausschnitt) .* ${name}`) });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  get mask(): Locator {
    return this.dialog.getByRole('application');
  }

  /** Opens the editor of a row by the keyboard, and waits for its picture. */
  async open(person: ColoredPerson): Promise<void> {
    await this.cut(person).press('Enter');
    await expect(this.mask).toBeFocused(aWhile);
  }

  /** Ends the editor with a button, by the keyboard. The focus is on the row's button again. */
  async end(button: string, person: ColoredPerson): Promise<void> {
    await this.button(button).press('Enter');
    await this.expectClosed(person);
  }

  async expectClosed(person: ColoredPerson): Promise<void> {
    await expect(this.dialog).toHaveCount(0);
    await expect(this.cut(person)).toBeFocused();
  }

  /** The new photo of a row, as it is drawn. */
  async drawn(person: ColoredPerson): Promise<Buffer> {
    return this.cut(person)
      .locator('img')
      .evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 120;
        canvas.getContext('2d')?.drawImage(image, 0, 0, 120, 120);
        return canvas.toDataURL('image/png');
      })
      .then((url) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  /** Zooms in by the keyboard, to this percentage at least. */
  async zoomTo(percent: number): Promise<void> {
    const zoom = this.dialog.getByRole('slider', { name: 'Zoom' });
    await zoom.focus();
    await expect(async () => {
      await zoom.press('ArrowRight');
      const reached = Number.parseInt((await zoom.getAttribute('aria-valuetext')) ?? '', 10);
      expect(reached).toBeGreaterThanOrEqual(percent);
    }).toPass({ intervals: [0], timeout: 20_000 });
  }
}

const looks = [
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const;

/** Width and height of the window, in CSS pixels. */
const windows = [
  [1280, 720],
  [400, 700],
  [320, 640],
] as const;

interface Fixtures {
  readonly everybody: PeoplePage;
  readonly editor: PlanEditor;
}

const test = base.extend<Fixtures>({
  everybody: async ({ page, places, control }, use) => {
    await control.patch({
      organization: 100,
      consent: { [people.alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] },
    });
    await use(new PeoplePage(page, places));
  },
  editor: async ({ everybody }, use) => {
    await use(new PlanEditor(everybody));
  },
});

/** Four colored quarters in a gray frame, which is out of sight from a zoom of 150 percent on. */
async function framedQuarters(): Promise<Buffer> {
  const frame = { top: 150, bottom: 150, left: 150, right: 150, background: '#808080' };
  return sharp(await jpegOf(600, 600))
    .extend(frame)
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Whether the gray frame is seen at the left edge of a square picture. */
async function hasFrame(picture: Buffer): Promise<boolean> {
  const square = await sharp(picture).resize(100, 100).png().toBuffer();
  const edge = await sharp(square).extract({ left: 2, top: 20, width: 6, height: 20 }).png().toBuffer();
  return isNear(await meanColorOf(edge), [128, 128, 128]);
}

/** Turns a picture back by a quarter, and looks whether it is upright then. */
async function isTurnedRight(picture: Buffer): Promise<boolean> {
  return isUpright(await sharp(picture).rotate(270).toBuffer());
}

async function isMirrored(picture: Buffer): Promise<boolean> {
  return isUpright(await sharp(picture).flop().toBuffer());
}

function fileOf({ address }: ColoredPerson, buffer: Buffer): NamedPicture {
  return { name: `${address}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** Opens the page and shows the plan for files, with the keyboard alone. */
async function showPlan(everybody: PeoplePage, files: readonly NamedPicture[]): Promise<void> {
  await everybody.open(people.alex.name);
  await everybody.press('Add photos');
  await chooseFiles(everybody.page, everybody.button('Choose files'), files);
  await everybody.press('Show the plan');
  await everybody.button(/^Save/).waitFor(aWhile);
}

test('a cut of the plan is turned and zoomed in the editor without a mouse, and the service holds it as it was edited', async ({
  everybody,
  editor,
  control,
  page,
}) => {
  const [edited, other] = coloredPeople(2);
  if (!edited || !other) throw new Error('Too few people');
  await showPlan(everybody, [fileOf(edited, await framedQuarters()), fileOf(other, await jpegOf(900, 900))]);
  expect([await hasFrame(await editor.drawn(edited)), await isUpright(await editor.drawn(edited))]).toEqual([
    true,
    true,
  ]);
  await editor.open(edited);
  await expect(editor.dialog).toHaveAccessibleName(new RegExp(edited.name));
  await expectAccessiblePage(page);
  await editor.button('Turn right').press('Enter');
  await editor.zoomTo(160);
  await editor.end('Use this cut', edited);
  expect(await isTurnedRight(await editor.drawn(edited))).toBe(true);
  expect(await hasFrame(await editor.drawn(edited))).toBe(false);
  expect(await isUpright(await editor.drawn(other))).toBe(true);
  // The editor opens with the cut that was taken, and "Start over" leads back to it.
  await editor.open(edited);
  await editor.button('More tools').press('Enter');
  await editor.button('Mirror').press('Enter');
  await editor.button('Start over').press('Enter');
  await expect(editor.button('Mirror')).toHaveAttribute('aria-pressed', 'false');
  await editor.end('Use this cut', edited);
  expect(await isTurnedRight(await editor.drawn(edited))).toBe(true);
  await everybody.press('Save 2 photos');
  await expect(page.getByRole('heading', { name: '2 photos saved and checked' })).toBeVisible(aWhile);
  const held = await control.original(edited.login);
  expect([await isTurnedRight(held), await hasFrame(held)]).toEqual([true, false]);
  expect(await isUpright(await control.original(other.login))).toBe(true);
});

test('Cancel and Escape leave a row as it is; a changed cut is compared with today’s photo again', async ({
  everybody,
  editor,
  control,
  page,
}) => {
  const [edited, unusable] = coloredPeople(2);
  if (!edited || !unusable) throw new Error('Too few people');
  await control.setOriginal(edited.login, await jpegOf(648, 648));
  await showPlan(everybody, [
    fileOf(edited, await jpegOf(900, 900)),
    { name: `${unusable.address}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
  ]);
  await expect(page.getByText('Has this photo already')).toBeVisible();
  await expect(page.getByText('This is no picture.')).toBeVisible();
  await expect(editor.cut(unusable)).toHaveCount(0);
  await editor.open(edited);
  await editor.button('Turn right').press('Enter');
  // Escape loses no work.
  await page.keyboard.press('Escape');
  await expect(editor.dialog).toBeVisible();
  await editor.end('Cancel', edited);
  expect(await isUpright(await editor.drawn(edited))).toBe(true);
  await editor.open(edited);
  await page.keyboard.press('Escape');
  await editor.expectClosed(edited);
  await expect(page.getByText('Has this photo already')).toBeVisible();
  const mirror = async (): Promise<void> => {
    await editor.open(edited);
    await editor.button('More tools').press('Enter');
    await editor.button('Mirror').press('Enter');
    await editor.end('Use this cut', edited);
  };
  await mirror();
  await expect(page.getByText('Replaces today’s photo')).toBeVisible();
  await expect(page.getByText(/^0 new, 1 replaced, 1 unusable, 0 unchanged, 0 without a person$/)).toBeVisible();
  expect(await isMirrored(await editor.drawn(edited))).toBe(true);
  await mirror();
  await expect(page.getByText('Has this photo already')).toBeVisible();
  await expect(everybody.button('Save 0 photos')).toBeVisible();
});

test('the editor starts from the cut that was made by itself, and its file is read again from the ZIP', async ({
  everybody,
  editor,
  page,
}) => {
  const [person] = coloredPeople(1);
  if (!person) throw new Error('Too few people');
  // Cut above its middle, where the editor of the pane would start.
  const tall = await sharp(await jpegOf(600, 600))
    .extend({ top: 120, bottom: 480, background: '#808080' })
    .jpeg({ quality: 95 })
    .toBuffer();
  const zip = await archiveOf([fileOf(person, tall)]);
  await showPlan(everybody, [{ name: 'photos.zip', mimeType: 'application/zip', buffer: zip }]);
  expect(await isUpright(await editor.drawn(person))).toBe(true);
  await editor.open(person);
  await page.keyboard.press('ArrowRight');
  await editor.end('Use this cut', person);
  expect(await isUpright(await editor.drawn(person))).toBe(true);
});

test('the whole editor is in sight and accessible in German at 1280, 400 and 320 pixels: light, dark and forced', async ({
  everybody,
  editor,
  page,
}) => {
  const [person] = coloredPeople(1);
  if (!person) throw new Error('Too few people');
  await page.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'de-DE' }));
  await everybody.open(people.alex.name);
  await everybody.press('Fotos hinzufügen');
  await chooseFiles(page, everybody.button('Dateien wählen'), [fileOf(person, await jpegOf(900, 600))]);
  await everybody.press('Plan anzeigen');
  await editor.open(person);
  await expect(editor.dialog).toHaveAccessibleName(new RegExp(person.name));
  const parts = ['Nach rechts drehen', 'Weitere Tools', 'Ausschnitt übernehmen', 'Abbrechen'];
  for (const [colorScheme, forcedColors] of looks) {
    await page.emulateMedia({ colorScheme, forcedColors });
    for (const [width, height] of windows) {
      await page.setViewportSize({ width, height });
      await expect(editor.mask).toBeInViewport({ ratio: 1 });
      for (const name of parts) await expect(editor.button(name)).toBeInViewport({ ratio: 1 });
      await expectAccessiblePage(page);
    }
    // Half as high, as at 200 percent: what does not fit is scrolled to, and the buttons stay.
    await page.setViewportSize({ width: 640, height: 360 });
    await editor.button('Weitere Tools').press('Enter');
    await editor.button('Von vorn').focus();
    for (const name of ['Von vorn', 'Ausschnitt übernehmen'])
      await expect(editor.button(name)).toBeInViewport({ ratio: 1 });
    await expectAccessiblePage(page);
    await editor.button('Weitere Tools').press('Enter');
  }
});
