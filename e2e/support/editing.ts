import type { Locator } from 'playwright-core';
import type { Logged } from './sandbox';
import type { Story } from './story';

/** What stories of changing a photo do again and again. */
export interface Editing {
  readonly button: (name: string) => Locator;
  readonly says: (text: string | RegExp) => Promise<void>;
  readonly writes: () => Promise<readonly Logged[]>;
  /** The permission to write my own photo was given before. */
  readonly agreed: () => Promise<void>;
  readonly openMine: (query?: string) => Promise<void>;
  readonly choose: (picture: Buffer) => Promise<void>;
  /** The previews follow the hand: once they are there, the picture is cut and drawn. */
  readonly previewed: () => Promise<void>;
  /** Saves, and waits for the proof; returns what reached the service. */
  readonly saved: () => Promise<Buffer>;
}

export function editingOn(stage: Story): Editing {
  const button = (name: string): Locator => stage.pane.getByRole('button', { name, exact: true });
  const says = (text: string | RegExp): Promise<void> => stage.pane.getByText(text).first().waitFor();
  return {
    button,
    says,
    async writes() {
      return (await stage.control.log()).filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));
    },
    async agreed() {
      const consent = { 'adele@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'] };
      await stage.control.patch({ consent });
    },
    async openMine(query = '') {
      await stage.open(query);
      await stage.pane.getByRole('tab').nth(1).click();
      await stage.pane.locator('img').waitFor();
    },
    async choose(buffer) {
      const picking = stage.page.waitForEvent('filechooser');
      await button('Change').click();
      // Its kind is told by its bytes: the name and the type that a system gives it do not count.
      await (await picking).setFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer });
    },
    previewed: () => stage.pane.getByRole('img', { name: 'Preview, 96 pixels' }).first().waitFor(),
    async saved() {
      await button('Save').click();
      await says(/^Saved\./);
      return stage.control.original('adele@contoso.com');
    },
  };
}
