import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { start } from './process';

/** The whole sandbox running: window, pane and photo service. */
export interface Sandbox {
  /** Address of the window, with a slash at its end. */
  readonly window: string;
  close(): void;
}

/** A sandbox that builds a copy of the repository and follows its saved files. */
export interface WatchingSandbox extends Sandbox {
  /** Folder of the copy. */
  readonly copy: string;
}

const freePorts = { SANDBOX_PORT: '0', SANDBOX_PANE_PORT: '0', SANDBOX_SERVICE_PORT: '0' };
const windowAddress = /Window: (\S+)/;

/** All that `npm start` reads, apart from the packages. */
const sources = ['assets', 'build', 'sandbox', 'src', 'LICENSE', 'manifest.xml', 'package.json', 'webpack.config.js'];

/** Where the add-in under test is: the production bundle, or the address of a server that serves it. */
export const addin = process.env['ADDIN_ADDRESS'] ?? 'dist';

/** Starts the sandbox with the add-in of a folder or an address, on free ports, with a temporary folder. */
export async function startSandbox(dist = addin): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const environment = { ...freePorts, SANDBOX_DATA: folder, SANDBOX_DIST: dist };
  const { output, close } = await start('sandbox/main.ts', environment, windowAddress);
  return {
    window: output,
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the sandbox as `npm start` does, on free ports. In a copy, since other stories need the files unchanged. */
export async function startWatchingSandbox(): Promise<WatchingSandbox> {
  // The real path, as the watcher reports it.
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'watching-')));
  for (const source of sources) cpSync(source, join(copy, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  const { output, close } = await start('sandbox/main.ts', freePorts, windowAddress, copy);
  return {
    copy,
    window: output,
    close() {
      close();
      // Retries: a build that is just being written adds files.
      rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
