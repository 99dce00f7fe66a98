import { extname } from 'node:path';
import { cacheControlOf, headersOf } from './headers';
import type { HostedAddin } from './nginx';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The Content-Type of a file of the add-in. */
export function contentTypeOf(path: string): string {
  return types[extname(path)] ?? 'application/octet-stream';
}

/**
 * For an object store behind a content delivery network: what each object is uploaded with, and the headers that the
 * network adds to every response; objects with `responseHeaders` of their own need these in their place. Objects are uploaded in this order, so that no page names a file that is not there yet.
 */
export function objectStore({ headers }: HostedAddin, files: readonly string[]): object {
  const isPage = (path: string): boolean => path.endsWith('.html');
  const isOfSite = (path: string): boolean => !path.startsWith('../');
  const plain = files.filter((path) => isOfSite(path) && !/\.(br|gz)$/.test(path)).sort();
  const inOrder = [...plain.filter((path) => !isPage(path)), ...plain.filter(isPage)];
  return {
    responseHeaders: headers,
    objects: inOrder.map((path) => ({
      path,
      'content-type': contentTypeOf(path),
      'cache-control': cacheControlOf(path),
      ...ownHeaders(path, headers),
    })),
  };
}

function ownHeaders(path: string, headers: HostedAddin['headers']): object {
  const own = headersOf(path, headers);
  return own === headers ? {} : { responseHeaders: own };
}
