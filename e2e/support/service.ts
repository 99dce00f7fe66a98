import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './process';
import { SandboxControl } from './sandboxControl';

/** The sandbox's photo service running alone. */
export interface Service {
  readonly origin: string;
  readonly control: SandboxControl;
  close(): void;
}

/** Starts the photo service with a temporary folder, or with one that stays. */
export async function startService(folder?: string): Promise<Service> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'photos-'));
  const { output, close } = await start('sandbox/service/main.ts', { SANDBOX_DATA: data }, /Service: (\S+)/);
  return {
    origin: output,
    control: new SandboxControl(`${output}/sandbox`),
    close() {
      close();
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
