import { existsSync } from 'node:fs';
import { forgetAccessible } from './accessible';
import { addin, startSandbox } from './sandbox';

/**
 * Checks that there is a build, forgets what the last run found accessible, and starts a sandbox once so that the
 * certificate is made before workers need it.
 */
export default async function globalSetup(): Promise<void> {
  if (addin === 'dist' && !existsSync('dist/taskpane.html'))
    throw new Error('There is no dist/. Run "npm run build" first.');
  forgetAccessible();
  (await startSandbox()).close();
}
