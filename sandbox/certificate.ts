import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import certificates from 'office-addin-dev-certs';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** File of the certificate authority that signed it; clients have to trust it. */
  readonly authorityFile: string;
}

/** Folder of office-addin-dev-certs; its authority is trusted once an add-in has been sideloaded. */
const developerFolder = join(homedir(), '.office-addin-dev-certs');
const ownFolder = resolve('.sandbox', 'certificate');

/** Returns the certificate for localhost: the one of office-addin-dev-certs, else a new one. Needs no admin rights. */
export async function localhostCertificate(): Promise<Certificate> {
  return (await readValid(developerFolder)) ?? (await readValid(ownFolder)) ?? makeCertificate();
}

async function readValid(folder: string): Promise<Certificate | null> {
  try {
    const cert = await readFile(join(folder, 'localhost.crt'), 'utf8');
    const key = await readFile(join(folder, 'localhost.key'), 'utf8');
    const { validTo } = new X509Certificate(cert);
    return Date.parse(validTo) > Date.now() + 86_400_000 ? { key, cert, authorityFile: join(folder, 'ca.crt') } : null;
  } catch {
    // Missing or unreadable: a new one is made.
    return null;
  }
}

/** Written to a temporary folder first, so that two sandboxes that start at once do not mix key and certificate. */
async function makeCertificate(): Promise<Certificate> {
  await mkdir(dirname(ownFolder), { recursive: true });
  const folder = await mkdtemp(`${ownFolder}-`);
  const file = (name: string): string => join(folder, name);
  await certificates.generateCertificates(file('ca.crt'), file('localhost.crt'), file('localhost.key'));
  try {
    await rm(ownFolder, { recursive: true, force: true });
    await rename(folder, ownFolder);
  } catch {
    // Another sandbox has made one in the meantime.
    await rm(folder, { recursive: true, force: true });
  }
  const made = await readValid(ownFolder);
  if (!made) throw new Error('The certificate for localhost could not be made.');
  return made;
}
