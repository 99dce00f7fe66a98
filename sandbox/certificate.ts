import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import certificates from 'office-addin-dev-certs';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** File of the authority that signed it: what a client has to trust. */
  readonly authorityFile: string;
}

/** Where add-in developers keep theirs; trusted already once they have sideloaded an add-in. */
const developers = join(homedir(), '.office-addin-dev-certs');
const ours = resolve('.sandbox', 'certificate');

/** The certificate for localhost: the developer's own where there is one, else one made here. Needs no rights. */
export async function localhostCertificate(): Promise<Certificate> {
  return (await valid(developers)) ?? (await valid(ours)) ?? make();
}

async function valid(folder: string): Promise<Certificate | null> {
  try {
    const cert = await readFile(join(folder, 'localhost.crt'), 'utf8');
    const key = await readFile(join(folder, 'localhost.key'), 'utf8');
    const { validTo } = new X509Certificate(cert);
    return Date.parse(validTo) > Date.now() + 86_400_000 ? { key, cert, authorityFile: join(folder, 'ca.crt') } : null;
  } catch {
    // Not there, or not readable: another is made.
    return null;
  }
}

/** In a folder of its own first, so that two sandboxes that start at once do not mix their halves. */
async function make(): Promise<Certificate> {
  await mkdir(dirname(ours), { recursive: true });
  const folder = await mkdtemp(`${ours}-`);
  const file = (name: string): string => join(folder, name);
  await certificates.generateCertificates(file('ca.crt'), file('localhost.crt'), file('localhost.key'));
  try {
    await rm(ours, { recursive: true, force: true });
    await rename(folder, ours);
  } catch {
    // Another sandbox was quicker; its certificate is as good.
    await rm(folder, { recursive: true, force: true });
  }
  const made = await valid(ours);
  if (!made) throw new Error('The certificate for localhost could not be made.');
  return made;
}
