import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/support/chromium';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: '.sandbox/stories',
  globalSetup: './e2e/support/globalSetup.ts',
  // Each worker starts one sandbox. One more than cores, since a story waits now and then.
  workers: 3,
  // Stories of one file run on several workers: the last file would keep one worker busy and the others idle.
  fullyParallel: true,
  // A story that fails now and then is a defect.
  retries: 0,
  forbidOnly: true,
  // Long, since a busy machine takes several times as long; a story that passes waits for neither.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    // A trace of each story takes an eighth of the time: `npx playwright test --trace on` records one.
    launchOptions: launchOptions(),
  },
});
