import { request } from 'node:https';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { cacheControlOf, deploymentHeaders, headersOf } from '../../build/hosting/headers';
import { contentTypeOf } from '../../build/hosting/objectStore';

/** Resolves to the file of a path, as its server would answer a request with these headers. */
export type Files = (path: string, requested: Headers) => Promise<Response>;

/** Stands for any service: the sandbox puts its own origins in the policy. */
const headers = deploymentHeaders({ authority: 'https://localhost/common', serviceUrl: 'https://localhost/v1.0' });

/** The files of a folder, with the headers that the build gives for a deployment. */
export function folderFiles(folder: string): Files {
  return async (path) => {
    const inside = normalize(path);
    if (inside.startsWith('..')) return notFound();
    try {
      const bytes = new Uint8Array(await readFile(join(folder, inside)));
      const own = { 'content-type': contentTypeOf(inside), 'cache-control': cacheControlOf(inside) };
      return new Response(bytes, { headers: { ...headersOf(inside, headers), ...own } });
    } catch {
      return notFound();
    }
  };
}

/** The files of a deployed add-in, as its server sends them; its certificate may be a local one. */
export function deployedFiles(address: string): Files {
  return (path, requested) =>
    new Promise((resolve, reject) => {
      const url = new URL(path, `${address.replace(/\/+$/, '')}/`);
      const options = { headers: { accept: requested.get('accept') ?? '*/*' }, rejectUnauthorized: false };
      request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const received = new Headers();
          for (const [name, value] of Object.entries(response.headers)) if (value) received.set(name, String(value));
          for (const name of ['transfer-encoding', 'connection', 'keep-alive']) received.delete(name);
          resolve(
            new Response(new Uint8Array(Buffer.concat(chunks)), {
              status: response.statusCode ?? 502,
              headers: received,
            }),
          );
        });
      })
        .on('error', reject)
        .end();
    });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers });
}
