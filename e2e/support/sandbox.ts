import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Places } from '../../sandbox/host/window';
import { start } from './process';

export interface Sandbox {
  /** Address of the window, with a slash at its end. */
  readonly window: string;
  close(): void;
}

/** Starts the whole sandbox on free ports, with a folder of its own. */
export async function startSandbox(): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const running = await start(
    'sandbox/main.ts',
    {
      SANDBOX_PORT: '0',
      SANDBOX_PANE_PORT: '0',
      SANDBOX_SERVICE_PORT: '0',
      SANDBOX_DATA: folder,
      SANDBOX_DIST: 'dist',
    },
    /Window: (\S+)/,
  );
  return {
    window: running.said,
    close() {
      running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly early?: true;
  /** How many requests the service was answering when this one came. */
  readonly atOnce?: number;
}

/** The sandbox's switches over HTTP, asked through the browser, which trusts the certificate. */
export async function controlOf(context: BrowserContext, sandbox: Sandbox) {
  const json = async (url: string): Promise<unknown> => (await context.request.get(url)).json();
  const places = (await json(`${sandbox.window}sandbox.json`)) as Places;
  const { control } = places;
  return {
    places,
    people: (await json(`${control}/people`)) as readonly { name: string; address: string }[],
    patch: (data: object) => context.request.patch(`${control}/state`, { data }),
    reset: () => context.request.post(`${control}/reset`),
    faultsLeft: async () => {
      const { faults } = (await json(`${control}/state`)) as { faults: readonly { times?: number }[] };
      return faults.filter(({ times }) => times !== 0).length;
    },
    log: async () => (await json(`${control}/log`)) as readonly Logged[],
    /** The photo that was uploaded, byte by byte. */
    original: async (address: string): Promise<Buffer> =>
      (await context.request.get(`${control}/original?user=${encodeURIComponent(address)}`)).body(),
    /** Somebody's photo is changed elsewhere. */
    put: (address: string, jpeg: Buffer) =>
      context.request.put(`${control}/original?user=${encodeURIComponent(address)}`, { data: jpeg }),
    photo: async (address: string): Promise<Buffer> => {
      const { access_token } = (await json(`${places.token}?user=${places.user}&scope=User.ReadBasic.All`)) as {
        access_token: string;
      };
      const url = `${places.graph}/users/${encodeURIComponent(address)}/photo/$value`;
      const answer = await context.request.get(url, { headers: { authorization: `Bearer ${access_token}` } });
      return answer.body();
    },
  };
}
