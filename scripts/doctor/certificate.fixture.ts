import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import type { Certificate } from '../../sandbox/certificate';

/** A certificate for a host, of an authority that nothing trusts. @param days until it expires; negative: since then. */
export async function makeCertificate(days: number, host: string): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  // The package reports each certificate.
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const file = (name: string): string => join(folder, name);
  try {
    await generateCertificates(file('ca.crt'), file('host.crt'), file('host.key'), days, [host]);
    const [cert, key] = await Promise.all(['host.crt', 'host.key'].map((name) => readFile(file(name), 'utf8')));
    return { cert: cert ?? '', key: key ?? '', authorityFile: file('ca.crt') };
  } finally {
    log.mockRestore();
    await rm(folder, { recursive: true });
  }
}
