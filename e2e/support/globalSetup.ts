import { existsSync } from 'node:fs';
import { addin, startSandbox } from './sandbox';

/** Checks that there is a build, and starts a sandbox once so that the certificate is made before workers need it. */
export default async function globalSetup(): Promise<void> {
  if (addin === 'dist' && !existsSync('dist/taskpane.html'))
    throw new Error('There is no dist/. Run "npm run build" first.');
  (await startSandbox()).close();
}
