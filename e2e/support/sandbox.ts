import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
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

/** The sandbox's switches over HTTP, asked through the browser, which trusts the certificate. */
export async function controlOf(context: BrowserContext, sandbox: Sandbox) {
  const { control } = (await (await context.request.get(`${sandbox.window}sandbox.json`)).json()) as {
    control: string;
  };
  return {
    patch: (data: object) => context.request.patch(`${control}/state`, { data }),
    reset: () => context.request.post(`${control}/reset`),
    log: async () => (await (await context.request.get(`${control}/log`)).json()) as { method: string; path: string }[],
    photo: async (address: string): Promise<Buffer> => {
      const token = await context.request.get(`${control}/token?user=adele@contoso.com&scope=User.ReadBasic.All`);
      const { access_token } = (await token.json()) as { access_token: string };
      const url = `${control.replace('/sandbox', '')}/v1.0/users/${encodeURIComponent(address)}/photos/120x120/$value`;
      const answer = await context.request.get(url, { headers: { authorization: `Bearer ${access_token}` } });
      return answer.body();
    },
  };
}
