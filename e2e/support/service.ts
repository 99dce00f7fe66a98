import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './process';

export interface Service {
  readonly origin: string;
  token(user: string, scope: string, audience: string): Promise<string>;
  patch(change: object): Promise<void>;
  reset(): Promise<void>;
  log(): Promise<{ method: string; path: string; status: number; early?: true }[]>;
  close(): void;
}

/** Starts the sandbox's photo service alone, with a folder of its own or one that stays. */
export async function startService(kept?: string): Promise<Service> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'photos-'));
  const running = await start('sandbox/service/main.ts', { SANDBOX_DATA: folder }, /Service: (\S+)/);
  const at = (path: string): string => `${running.said}/sandbox/${path}`;
  const json = async (path: string, init?: RequestInit): Promise<unknown> => (await fetch(at(path), init)).json();
  return {
    origin: running.said,
    async token(user, scope, audience) {
      const query = new URLSearchParams({ user, scope, audience });
      return ((await json(`token?${query}`)) as { access_token: string }).access_token;
    },
    async patch(change) {
      await json('state', { method: 'PATCH', body: JSON.stringify(change) });
    },
    async reset() {
      await json('reset', { method: 'POST' });
    },
    async log() {
      return (await json('log')) as { method: string; path: string; status: number; early?: true }[];
    },
    close() {
      running.close();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
