import { expect, type Frame, type Page } from '@playwright/test';
import type { Outlook } from './outlook';

interface HeldWindow {
  readonly busy: { held: boolean; readonly loaded: string[]; readonly go: () => void };
}

/** Holds the pane's frames and its lazy-loaded code, as a busy machine does. */
export class BusyMachine {
  readonly #page: Page;
  readonly #requested: string[] = [];
  #release: () => void = () => undefined;

  /** Holds the code from the start. */
  static async start({ page, context }: Outlook): Promise<BusyMachine> {
    const machine = new BusyMachine(page);
    const released = new Promise<void>((resolve) => (machine.#release = resolve));
    await page.addInitScript(holdFrames);
    await context.route(/\/(?!taskpane|page-start|msal|editor-worker)[\w-]+\.[0-9a-f]{8}\.js$/, async (route) => {
      machine.#requested.push(route.request().url());
      await released;
      await route.continue();
    });
    return machine;
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Holds the frames from now on. */
  async holdFrames(): Promise<void> {
    await this.#frame().evaluate(() => {
      (window as unknown as HeldWindow).busy.held = true;
    });
  }

  /** Waits until the code of a lazy-loaded part is requested, then releases all code, and the frames after it. */
  async releaseCodeThenFrames(part: string): Promise<void> {
    await expect.poll(() => this.#requested.some((url) => url.includes(`/${part}.`))).toBe(true);
    this.#release();
    await expect.poll(() => this.#missing()).toEqual([]);
    await this.#frame().evaluate(() => {
      const { busy } = window as unknown as HeldWindow;
      busy.held = false;
      busy.go();
    });
  }

  /** Scripts that were requested and have not run. */
  async #missing(): Promise<readonly string[]> {
    const loaded = await this.#frame().evaluate(() => (window as unknown as HeldWindow).busy.loaded);
    return this.#requested.filter((url) => !loaded.includes(url));
  }

  #frame(): Frame {
    return this.#page.frames()[1] as Frame;
  }
}

/** Runs in the page. */
function holdFrames(): void {
  const waiting: (() => void)[] = [];
  const loaded: string[] = [];
  const busy = { held: false, loaded, go: () => waiting.splice(0).forEach((frame) => frame()) };
  const [nextFrame, wait] = [window.requestAnimationFrame.bind(window), window.setTimeout.bind(window)];
  const frames = (frame: FrameRequestCallback): number =>
    busy.held ? waiting.push(() => nextFrame(frame)) : nextFrame(frame);
  // Preact's substitute for a frame that does not come, in milliseconds.
  const late = 35;
  const timeout = (work: () => void, time?: number, ...more: unknown[]): number =>
    busy.held && time === late ? waiting.push(work) : wait(work, time, ...more);
  const record = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement) loaded.push(target.src);
  };
  document.addEventListener('load', record, true);
  Object.assign(window, { requestAnimationFrame: frames, setTimeout: timeout, busy });
}
