import { expect, type BrowserContext, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { Places } from '../../sandbox/host/window';
import type { SandboxPerson } from './people';
import { colorOf, isNear } from './pixels';
import type { SandboxControl } from './sandboxControl';

/** The window that imitates Outlook, with the add-in in its pane. */
export class Outlook {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The add-in, inside its frame. */
  readonly pane: FrameLocator;
  readonly control: SandboxControl;
  readonly places: Places;

  constructor(page: Page, control: SandboxControl, places: Places) {
    this.page = page;
    this.context = page.context();
    this.pane = page.frameLocator('iframe[title="User Photo"]');
    this.control = control;
    this.places = places;
  }

  /** Opens the window. `query`: its switches, such as `?item=draft`. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.places.window}${query}`);
  }

  /** The frame of the add-in, to run functions in it and wait for them. */
  paneFrame(): Frame {
    const frame = this.page.frames().find((one) => one.url().includes('taskpane.html'));
    if (!frame) throw new Error('The window has no pane');
    return frame;
  }

  /** A message in the list. `item`: its id, which is the sender's address for most messages. */
  item(item: string): Locator {
    return this.page.locator(`[data-item="${item}"]`);
  }

  async select(item: string): Promise<void> {
    await this.item(item).click();
  }

  /** Adds a message to the selection, or removes it. */
  async toggle(item: string): Promise<void> {
    await this.item(item).click({ modifiers: ['Control'] });
  }

  /** The picture beside a name in the pane. */
  faceOf(name: string): Locator {
    const named = this.pane.locator('[data-name]').and(this.pane.getByText(name, { exact: true }));
    const around = 'ancestor::*[self::section or self::button or @role="option"][1]';
    return named.locator(`xpath=${around}//img`).filter({ visible: true }).first();
  }

  /** The pane shows, beside the person's name, the photo that the service holds for the person, by its pixels. */
  async expectFace({ name, address }: SandboxPerson): Promise<void> {
    await this.expectPicture(name, () => this.photo(address));
  }

  /** The pane shows a picture beside a name, by its pixels. `read`: called once there is one in the pane. */
  async expectPicture(name: string, read: () => Promise<Buffer>): Promise<void> {
    const image = this.faceOf(name);
    await expect(image).toBeVisible();
    const held = await colorOf(await read());
    await expect(async () => {
      await image.evaluate((element) => (element as HTMLImageElement).decode());
      const drawn = await colorOf(await image.screenshot());
      expect(isNear(drawn, held), `drawn ${drawn.join()}, held by the service ${held.join()}`).toBe(true);
    }).toPass({ timeout: 10_000 });
  }

  /** The photo that the service returns for a person, in its largest size; as uploaded where the address is no login. */
  async photo(address: string): Promise<Buffer> {
    const token = await this.control.token(this.places.user, 'User.ReadBasic.All');
    const url = `${this.places.graph}/users/${encodeURIComponent(address)}/photo/$value`;
    const response = await this.context.request.get(url, { headers: { authorization: `Bearer ${token}` } });
    return response.ok() ? response.body() : this.control.original(address);
  }

  /** How many batches the pane has sent. */
  async batches(): Promise<number> {
    return (await this.control.log()).filter(({ method }) => method === 'POST').length;
  }
}
