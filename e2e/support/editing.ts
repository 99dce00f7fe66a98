import { expect, type Locator } from '@playwright/test';
import type { Outlook } from './outlook';
import { people } from './people';
import type { LogEntry } from './sandboxControl';

/** The steps of changing a photo in the pane. */
export class Editing {
  readonly #outlook: Outlook;

  constructor(outlook: Outlook) {
    this.#outlook = outlook;
  }

  button(name: string): Locator {
    return this.#outlook.pane.getByRole('button', { name, exact: true });
  }

  /** The pane shows a text. */
  async says(text: string | RegExp): Promise<void> {
    await expect(this.#outlook.pane.getByText(text).first()).toBeVisible({ timeout: 20_000 });
  }

  /** The requests that changed a photo. */
  async writes(): Promise<readonly LogEntry[]> {
    return (await this.#outlook.control.log()).filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));
  }

  /** The permission to write my own photo was granted before. */
  async grant(): Promise<void> {
    const scopes = ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'];
    await this.#outlook.control.patch({ consent: { [people.adele.address]: scopes } });
  }

  /** Opens My photo and waits for the photo. */
  async openMine(query = ''): Promise<void> {
    await this.#outlook.open(query);
    await this.#outlook.pane.getByRole('tab').nth(1).click();
    await expect(this.#outlook.pane.locator('img')).toBeVisible();
  }

  /** Chooses a file. Its name and type say JPEG whatever it is: the bytes decide. */
  async choose(buffer: Buffer): Promise<void> {
    const picking = this.#outlook.page.waitForEvent('filechooser');
    await this.button('Change').click();
    await (await picking).setFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer });
  }

  /** The previews are there, so the picture is cropped and drawn. */
  async previewed(): Promise<void> {
    const preview = this.#outlook.pane.getByRole('img', { name: 'Preview, 96 pixels' }).first();
    await expect(preview).toBeVisible({ timeout: 20_000 });
  }

  /** Saves and waits for the proof. @returns what reached the service. */
  async save(): Promise<Buffer> {
    await this.button('Save').click();
    await this.says(/^Saved\./);
    return this.#outlook.control.original(people.adele.address);
  }
}
