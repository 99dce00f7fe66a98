import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { launchOptions } from './chromium';

/** A browser whose storage is on disk, so that it can crash and be opened again. */
export class CrashingBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'profile-'));
  #context: BrowserContext | null = null;

  async open(): Promise<BrowserContext> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...launchOptions(),
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
    });
    return this.#context;
  }

  /** Kills the browser process, as in a crash: pages receive no event. Resolves when the connection to it is lost. */
  async crash(): Promise<void> {
    const browser = this.#context?.browser();
    if (!browser) throw new Error('The browser is not open');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const ended = new Promise((resolve) => browser.once('disconnected', resolve));
    for (const { id } of processInfo.filter(({ type }) => type === 'browser')) process.kill(id, 'SIGKILL');
    await ended;
  }

  /** Closes the browser and removes its storage. */
  async remove(): Promise<void> {
    await this.#context?.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
