import { expect, type Frame } from '@playwright/test';
import sharp from 'sharp';
import { Editing } from './editing';
import type { Outlook } from './outlook';
import { people } from './people';
import { colorOf, isNear, type Color } from './pixels';
import type { Random } from './random';
import { clickIfThere } from './randomUse';

/** A click that writes, until the pane shows how it ended. */
interface Attempt {
  /** The color that the service holds where it succeeds. */
  readonly color: Color;
  /** What the service held before. */
  readonly before: Color;
  /** Successful writes in the service's log before. */
  readonly writes: number;
  readonly isUndo: boolean;
}

type Outcome = 'saved' | 'failed' | 'in flight' | 'none';

const { address } = people.adele;

/** Changes my photo at random. After each change it checks that it was written once, and that the pane says what is so. */
export class RandomSaves {
  readonly counts = { tried: 0, saved: 0, failed: 0, undone: 0 };
  /** Every color that may stand beside my name. */
  readonly colors: Color[] = [];
  readonly #outlook: Outlook;
  readonly #editing: Editing;
  readonly #random: Random;
  #attempt: Attempt | null = null;
  /** What the last successful change has replaced. */
  #replaced: Color | null = null;

  constructor(outlook: Outlook, random: Random) {
    this.#outlook = outlook;
    this.#editing = new Editing(outlook);
    this.#random = random;
  }

  /** The tab "My photo" is open: saves a picture of a new color, or the one that is open; sometimes undoes. */
  async change(): Promise<void> {
    if (!(await this.settle(0))) return;
    if (this.#random(3) === 0 && (await this.#undo())) return;
    await this.save();
  }

  /** Saves the open picture, or one of a new color. Whether a save was begun. */
  async save(): Promise<boolean> {
    if (!(await this.#editing.cropArea().isVisible())) {
      const color = Array.from({ length: 3 }, () => this.#random(256));
      if (!(await this.#editing.button('Change photo').isVisible())) return false;
      await dropFile(this.#outlook.paneFrame(), await jpegOf(color));
      this.colors.push(color);
    }
    const isOpen = await this.#editing
      .cropArea()
      .waitFor({ timeout: 4_000 })
      .then(
        () => true,
        () => false,
      );
    const color = this.colors.at(-1);
    if (!isOpen || !color) return false;
    return this.#begin('Save', color);
  }

  /** Waits for the end of the change in flight, and checks it. False: it is still in flight. */
  async settle(milliseconds: number): Promise<boolean> {
    const attempt = this.#attempt;
    if (!attempt) return true;
    const end = Date.now() + milliseconds;
    let outcome = await this.#outcome();
    while ((outcome === 'in flight' || outcome === 'none') && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      outcome = await this.#outcome();
    }
    if (outcome === 'in flight' || outcome === 'none') return false;
    this.#attempt = null;
    const written = (await this.#writes()) - attempt.writes;
    expect(written, 'successful writes of one click').toBeLessThanOrEqual(1);
    if (outcome === 'failed') {
      this.counts.failed++;
      // The work is kept.
      if (!attempt.isUndo) await expect(this.#editing.cropArea()).toBeVisible();
      return true;
    }
    await this.#expectHeld(attempt.color);
    this.counts[attempt.isUndo ? 'undone' : 'saved']++;
    this.#replaced = attempt.before;
    return true;
  }

  /** The service holds a picture of this color as my photo. */
  async #expectHeld(color: Color): Promise<void> {
    const held = await this.#held();
    expect(isNear(held, color), `"Saved" of ${color.join()}, but the service holds ${held.join()}`).toBe(true);
  }

  async #undo(): Promise<boolean> {
    return this.#replaced !== null && this.#begin('Undo the change', this.#replaced);
  }

  async #begin(button: string, color: Color): Promise<boolean> {
    const [before, writes] = [await this.#held(), await this.#writes()];
    if (!(await clickIfThere(this.#editing.button(button)))) return false;
    this.#attempt = { color, before, writes, isUndo: button !== 'Save' };
    this.counts.tried++;
    await this.settle(this.#random(4_000));
    return true;
  }

  /** How the last change ended, as the pane shows it. */
  async #outcome(): Promise<Outcome> {
    const { pane } = this.#outlook;
    const text = await pane.locator('main').innerText({ timeout: 2_000 }).catch(String);
    if (/Saving|Checking the saved photo|Stop saving/.test(text)) return 'in flight';
    if (/^Saved[.,]/m.test(text)) return 'saved';
    return (await pane
      .getByRole('button', { name: /^(Try again|Sign in)/ })
      .first()
      .isVisible())
      ? 'failed'
      : 'none';
  }

  async #held(): Promise<Color> {
    return colorOf(await this.#outlook.control.original(address));
  }

  async #writes(): Promise<number> {
    return (await this.#editing.writes()).filter(({ status }) => status < 300).length;
  }
}

/** Not chosen in the file input: set by a debugger, it is never collected with what surrounded it. */
function dropFile(frame: Frame, jpeg: Buffer): Promise<void> {
  return frame.evaluate((base64) => {
    const dataTransfer = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], 'photo.jpg', { type: 'image/jpeg' }));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(drop);
  }, jpeg.toString('base64'));
}

function jpegOf([r = 0, g = 0, b = 0]: Color): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 400, channels: 3, background: { r, g, b } } })
    .jpeg({ quality: 95 })
    .toBuffer();
}
