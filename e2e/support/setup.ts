import { existsSync } from 'node:fs';
import { ensureChromium } from './chromium';
import { startSandbox } from './sandbox';

/** Before the stories: what they run against has to be there, and the first sandbox makes the certificate. */
export default async function setup(): Promise<void> {
  if (!existsSync('dist/taskpane.html')) throw new Error('There is no dist/. Run "npm run build" first.');
  ensureChromium();
  (await startSandbox()).close();
}
