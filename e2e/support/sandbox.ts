import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './process';

/** The whole sandbox running: window, pane and photo service. */
export interface Sandbox {
  /** Address of the window, with a slash at its end. */
  readonly window: string;
  close(): void;
}

/** Starts the sandbox with the production bundle of `dist/`, on free ports, with a temporary folder. */
export async function startSandbox(): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const environment = {
    SANDBOX_PORT: '0',
    SANDBOX_PANE_PORT: '0',
    SANDBOX_SERVICE_PORT: '0',
    SANDBOX_DATA: folder,
    SANDBOX_DIST: 'dist',
  };
  const { output, close } = await start('sandbox/main.ts', environment, /Window: (\S+)/);
  return {
    window: output,
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
