import { writeFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { Outlook } from './outlook';
import { people } from './people';
import type { LogEntry } from './sandboxControl';
import { expect, test as base } from './story';

/** In pixels of the window. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${String(locator)} is not on the screen`);
  return box;
}

/** The screens of the pane that change a photo. */
export class Editing {
  readonly #outlook: Outlook;

  constructor(outlook: Outlook) {
    this.#outlook = outlook;
  }

  /** A button of the pane, by its whole name. */
  button(name: string): Locator {
    return this.#outlook.pane.getByRole('button', { name, exact: true });
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.#outlook.pane.getByText(text).first()).toBeVisible();
  }

  /** The requests that change a photo, in the order in which they reached the service. */
  async writes(): Promise<readonly LogEntry[]> {
    const log = await this.#outlook.control.log();
    return log.filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));
  }

  /** Gives the permission to write my own photo, as in an earlier session. */
  async consentToWrite(): Promise<void> {
    const scopes = ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'];
    await this.#outlook.control.patch({ consent: { [people.adele.address]: scopes } });
  }

  /** Opens the window, and in the pane the screen "My photo" in any language. */
  async openMyPhoto(query = ''): Promise<void> {
    const { pane } = this.#outlook;
    await this.#outlook.open(query);
    await pane.getByRole('tab').nth(1).click();
    // The screen before is drawn for one more frame.
    await expect(pane.locator('[aria-labelledby="tab-mine"] img')).toBeVisible();
  }

  /** Chooses a file with these bytes. `openChooser`: opens the file dialog; by default it clicks "Change photo". */
  async choosePicture(buffer: Buffer, openChooser = () => this.button('Change photo').click()): Promise<void> {
    const [chooser] = await Promise.all([this.#outlook.page.waitForEvent('filechooser'), openChooser()]);
    // The add-in takes the type from the bytes: the name and the type that a system gives do not count.
    const file = base.info().outputPath('picture.jpg');
    writeFileSync(file, buffer);
    await chooser.setFiles(file);
  }

  /** The round part of an open picture. */
  cropArea(): Locator {
    return this.#outlook.pane.getByRole('application');
  }

  /** The round part is drawn once the picture is open. */
  async expectPreview(): Promise<void> {
    await expect(this.cropArea()).toBeVisible();
  }

  /** Opens the finer tools of an open picture. */
  async openMoreTools(): Promise<void> {
    await this.button('More tools').click();
    await expect(this.button('Start over')).toBeVisible();
  }

  /** Chooses a file with these bytes and expects that it opens. */
  async openPicture(picture: Buffer): Promise<void> {
    await this.choosePicture(picture);
    await this.expectPreview();
  }

  /** Saves my photo until the add-in has read it back; returns the bytes that the service received. */
  async save(): Promise<Buffer> {
    await this.button('Save').click();
    await this.expectText(/^Saved\./);
    return this.#outlook.control.original(people.adele.address);
  }

  /** Sets my photo to these bytes; returns those that the service received. */
  async openAndSave(picture: Buffer): Promise<Buffer> {
    await this.openPicture(picture);
    return this.save();
  }
}

/** A test that changes photos. */
export const test = base.extend<{ readonly editing: Editing }>({
  editing: async ({ outlook }, use) => {
    await use(new Editing(outlook));
  },
});

export { expect };
