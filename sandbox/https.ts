import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import certificates from 'office-addin-dev-certs';
import { certificatePath, keyPath } from './certificateFolder';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** The certificate for localhost that add-in developers have; made when it is missing or too old. Needs no rights. */
export async function localhostCertificate(): Promise<Certificate> {
  if (!certificates.verifyCertificates(certificatePath, keyPath)) {
    await certificates.generateCertificates(undefined, certificatePath, keyPath);
  }
  return { key: await readFile(keyPath, 'utf8'), cert: await readFile(certificatePath, 'utf8') };
}
