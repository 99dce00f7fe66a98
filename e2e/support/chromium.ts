import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable] ?? '';
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** The Chromium of this machine: CHROMIUM_PATH, Chrome, Edge, Chromium, or Playwright's own; null where there is none. */
export function findChromium(): string | null {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', ...onPath, ...places, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Finds a Chromium or gets one. @throws Error naming the ways to get one by hand. */
export function ensureChromium(): string {
  const ways: readonly (() => void)[] = [
    () => void execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 }),
    () => {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
    },
  ];
  let found = findChromium();
  for (const way of ways) {
    if (found !== null) return found;
    try {
      way();
    } catch {
      // Not possible on this machine: the next way, or the error below.
    }
    found = findChromium();
  }
  if (found !== null) return found;
  throw new Error(
    'The tests need a Chromium. Install Chrome, Edge or Chromium, run "npx playwright install chromium", ' +
      'or name one with CHROMIUM_PATH.',
  );
}

/**
 * Replaces Playwright's own list, since Chromium uses only the last one, and adds the popups of the address bar, pages that
 * are loaded beside every window and took a quarter of the stories' time, and the spare process of each window.
 */
const unused = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'SpareRendererForSitePerProcess',
];

/** How stories start the browser: it stays on this machine, and partitions storage as people's browsers do. */
export function launchOptions(): LaunchOptions {
  return {
    executablePath: ensureChromium(),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      // A camera that shows a test picture.
      '--use-fake-device-for-media-stream',
      '--enable-features=ThirdPartyStoragePartitioning',
      `--disable-features=${unused.join()}`,
    ],
  };
}
