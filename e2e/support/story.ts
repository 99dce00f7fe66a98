import { test as base, expect, type FrameLocator } from '@playwright/test';
import type { Places } from '../../sandbox/host/window';
import { findNewFindings } from './accessible';
import { Outlook } from './outlook';
import { startSandbox, type Sandbox } from './sandbox';
import { SandboxControl } from './sandboxControl';
import { watchContext } from './watchers';

/** What the pages of a story reported. */
export interface Reports {
  /** Everything that any page wrote to its console. */
  readonly console: readonly string[];
  /** Allows a script error, a policy violation or another fault in this story. */
  allow(pattern: RegExp): void;
}

interface StoryFixtures {
  /** The window and its pane; not opened yet. */
  readonly outlook: Outlook;
  readonly pane: FrameLocator;
  readonly control: SandboxControl;
  /** Fails the story on script errors, policy violations, the faults of `watchers.ts` and what axe finds at its end. */
  readonly reports: Reports;
  /** Adds what the pane showed to the errors of a story that fails: a run on another machine cannot be looked at. */
  readonly scene: undefined;
}

/** The frame for telemetry that Office.js adds to a page after some seconds, which the page's policy keeps out. */
const officeTelemetry =
  /telemetryservice\.firstpartyapps\.oaspapps\.com|sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE=/;

interface WorkerFixtures {
  readonly sandbox: Sandbox;
  readonly places: Places;
}

/** A test with the sandbox running. Each test gets a new browser context and a service that was reset. */
export const test = base.extend<StoryFixtures, WorkerFixtures>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      sandbox.close();
    },
    { scope: 'worker' },
  ],

  places: [
    async ({ sandbox, playwright }, use) => {
      const request = await playwright.request.newContext({ ignoreHTTPSErrors: true });
      const response = await request.get(`${sandbox.window}sandbox.json`);
      await use((await response.json()) as Places);
      await request.dispose();
    },
    { scope: 'worker' },
  ],

  control: async ({ context, places }, use) => {
    const control = new SandboxControl(places.control, (url, init) => context.request.fetch(url, init));
    await control.reset();
    await use(control);
  },

  outlook: async ({ page, control, places }, use) => {
    await use(new Outlook(page, control, places));
  },

  pane: async ({ outlook }, use) => {
    await use(outlook.pane);
  },

  reports: [
    async ({ context, control, places }, use, testInfo) => {
      const console: string[] = [];
      const errors: string[] = [];
      const allowed: RegExp[] = [officeTelemetry];
      context.on('page', (page) => page.on('pageerror', ({ message }) => errors.push(message)));
      context.on('console', (message) => console.push(message.text()));
      const watchers = await watchContext(context, control, places);
      await use({ console, allow: (pattern) => void allowed.push(pattern) });
      const violations = console.filter((text) => /Content Security Policy|Trusted/i.test(text));
      const faults = await watchers.faults();
      // A story that failed has stopped in any state.
      const hasPassed = testInfo.status === testInfo.expectedStatus;
      const findings = hasPassed ? await Promise.all(context.pages().map(findNewFindings)) : [];
      const unexpected = [...errors, ...violations, ...faults, ...findings.flat()].filter(
        (text) => !allowed.some((pattern) => pattern.test(text)),
      );
      expect(unexpected, 'script errors, policy violations, what watchers.ts names and axe finds').toEqual([]);
    },
    { auto: true },
  ],

  scene: [
    async ({ outlook, reports }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      const pane = await outlook.pane.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String);
      const log = await outlook.control.log().catch(() => []);
      const requests = log.slice(-20).map(({ method, path, status }) => `${method} ${path} ${status}`);
      const text = ['The pane:', pane, 'The console:', ...reports.console, 'The last requests:', ...requests].join(
        '\n',
      );
      testInfo.errors.push({ message: text });
    },
    { auto: true },
  ],
});

export { expect };
