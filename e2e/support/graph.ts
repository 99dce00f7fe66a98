import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { localhostCertificate } from '../../sandbox/certificate';

/** What Microsoft's Graph client reads from the sandbox of this window. */
export async function askWithGraphClient(window: string): Promise<Record<string, Record<string, unknown>>> {
  const { authorityFile } = await localhostCertificate();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'e2e/support/graph-client.ts', window],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: authorityFile } },
  );
  return JSON.parse(stdout) as Record<string, Record<string, unknown>>;
}
