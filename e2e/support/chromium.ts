import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

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
    () => void execFileSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 }),
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
      // This way is closed on this machine; the next one, or the error below, says the rest.
    }
    found = findChromium();
  }
  if (found !== null) return found;
  throw new Error(
    'The tests need a Chromium. Install Chrome, Edge or Chromium, run "npx playwright-core install chromium", ' +
      'or name one with CHROMIUM_PATH.',
  );
}

/**
 * Stands in for Playwright's own list, which Chromium drops for it, and adds the popups of the address bar: pages of their
 * own that are loaded beside every window and took a quarter of the stories' time.
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
];

/** Starts a browser that keeps to this machine and partitions storage as people's browsers do. */
export function launchChromium(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      // A camera that shows a test picture.
      '--use-fake-device-for-media-stream',
      '--enable-features=ThirdPartyStoragePartitioning',
      `--disable-features=${unused.join()}`,
    ],
  });
}
