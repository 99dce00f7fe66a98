import type { Page } from '@playwright/test';
import { expect, test, type Editing } from './support/editing';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { jpegOf } from './support/pictures';

// Screen readers read an alert when it appears in the page.

interface Scene {
  readonly outlook: Outlook;
  readonly editing: Editing;
}

const status = (code: number) => ({ kind: 'status', status: code });

/** What goes wrong, and the sentence about it. */
const cases: readonly (readonly [name: string, sentence: string, begin: (scene: Scene) => Promise<void>])[] = [
  [
    'the service is down',
    'The photo service has a problem.',
    async ({ outlook }) => {
      await outlook.control.patch({ faults: [{ effect: status(503) }] });
      await outlook.open();
    },
  ],
  ['not allowed', 'does not allow this photo', ({ outlook }) => outlook.open('?item=frank%40contoso.com')],
  ['the sign-in fails', 'Sign-in did not work.', ({ outlook }) => outlook.open('?bridge=persistent')],
  [
    'a save is refused',
    'did not save the photo',
    async ({ outlook, editing }) => {
      await editing.consentToWrite();
      await outlook.control.patch({ faults: [{ method: 'PUT', effect: status(500) }] });
      await editing.openMyPhoto();
      await editing.openPicture(await jpegOf(900, 900));
      await editing.button('Save').click();
    },
  ],
  // The last one: what it reads is kept.
  [
    'offline',
    'The photo service cannot be reached.',
    async ({ outlook }) => {
      await outlook.open();
      await outlook.expectFace(people.megan);
      await outlook.context.setOffline(true);
      await outlook.select(people.diego.address);
    },
  ],
];

/** Keeps every alert that is put into a page, also those that are gone. */
async function recordAlerts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const alerts = new Set<Element>();
    Object.assign(window, { alerts });
    new MutationObserver((mutations) => {
      for (const node of mutations.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        for (const one of [node, ...node.querySelectorAll('*')]) if (one.role === 'alert') alerts.add(one);
      }
    }).observe(document, { childList: true, subtree: true });
  });
}

/** The texts of all alerts that the pane had. */
function announced({ outlook }: Scene): Promise<readonly string[]> {
  return outlook.paneFrame().evaluate(() => {
    const { alerts } = window as unknown as { alerts: Set<Element> };
    return [...alerts].map(({ textContent }) => textContent);
  });
}

test('every notice is announced, once', async ({ outlook, editing, pane, page }) => {
  await recordAlerts(page);
  for (const [name, sentence, begin] of cases) {
    await begin({ outlook, editing });
    await expect(pane.getByRole('alert'), name).toHaveText(new RegExp(sentence));
    expect(await announced({ outlook, editing }), name).toEqual([expect.stringContaining(sentence)]);
    await outlook.control.reset();
  }
});
