import type { Locator } from '@playwright/test';
import type { Outlook } from './outlook';
import { people } from './people';
import { choose, type Random } from './random';

const { diego, isaiah, joni, lynne, megan, miriam, olivia, otto } = people;

const lookedUp = [diego, isaiah, joni, lynne, megan, miriam, olivia, otto];

/** Items of each kind beside the messages of the numbered colleagues. */
const items = [megan, diego, isaiah, olivia, otto].map(({ address }) => address as string);
items.push('mine', 'group', 'everybody', 'draft', 'appointment', 'meeting', 'on-behalf');

/** Numbered colleagues whom a random use selects; those above are unseen. */
export const seenColleagues = 100;

/** Clicks, where it can be clicked at once: what is on the screen depends on the disturbances. */
export function clickIfThere(locator: Locator): Promise<boolean> {
  return locator.click({ timeout: 500 }).then(
    () => true,
    () => false,
  );
}

/** A person who uses the pane at random, without changing a photo. */
export class RandomUse {
  /** How often each succeeded. */
  readonly counts = { switches: 0, details: 0, 'look-ups': 0 };
  readonly #outlook: Outlook;
  readonly #random: Random;

  constructor(outlook: Outlook, random: Random) {
    this.#outlook = outlook;
    this.#random = random;
  }

  /** Leaves the details, and opens one of the tabs. */
  async open(tab: 'Message' | 'My photo' | 'Look up'): Promise<boolean> {
    const { pane } = this.#outlook;
    const back = pane.getByRole('button', { name: 'Back', exact: true });
    if (await back.isVisible()) await clickIfThere(back);
    return clickIfThere(pane.getByRole('tab', { name: tab }));
  }

  /** Selects up to six messages one after another, two in each frame; the last one sometimes beside the one before. */
  async select(): Promise<void> {
    await this.open('Message');
    const chosen = Array.from({ length: 1 + this.#random(6) }, () =>
      this.#random(2) === 0 ? choose(this.#random, items) : colleagueItem(1 + this.#random(seenColleagues)),
    );
    const isTogether = this.#random(6) === 0;
    this.counts.switches += chosen.length;
    await this.#outlook.page.evaluate(
      async ({ chosen, isTogether }) => {
        for (const [index, item] of chosen.entries()) {
          const row = document.querySelector(`[data-item="${item}"]`);
          const ctrlKey = isTogether && index > 0 && index === chosen.length - 1;
          row?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey }));
          if (index % 2 === 1) await new Promise(requestAnimationFrame);
        }
      },
      { chosen, isTogether },
    );
  }

  /** Opens the details of a person, sometimes reads again, and returns. */
  async openDetails(): Promise<void> {
    const { pane } = this.#outlook;
    const buttons = pane.getByRole('button', { name: /^Details of / });
    const isOpen = await clickIfThere(buttons.nth(this.#random(Math.max(1, await buttons.count()))));
    if (!isOpen) return;
    if (this.#random(2) === 0) await clickIfThere(pane.getByRole('button', { name: 'Read again' }));
    const isLeft = await clickIfThere(pane.getByRole('button', { name: 'Back', exact: true }));
    if (isLeft) this.counts.details++;
  }

  async lookUp(): Promise<void> {
    if (!(await this.open('Look up'))) return;
    const field = this.#outlook.pane.getByLabel('Name or address');
    const { name, address } = choose(this.#random, lookedUp);
    const text = this.#random(2) === 0 ? name : address;
    const isTyped = await field.fill(text, { timeout: 500 }).then(
      () => true,
      () => false,
    );
    if (!isTyped) return;
    this.counts['look-ups']++;
    await this.#outlook.page.keyboard.press('Enter');
  }
}

/** The message of a numbered colleague. */
export function colleagueItem(number: number): string {
  return `colleague${String(number).padStart(3, '0')}@contoso.com`;
}
