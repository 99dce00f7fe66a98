import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { cacheControlOf, deploymentHeaders, headersOf } from '../../build/hosting/headers';
import { contentTypeOf } from '../../build/hosting/objectStore';
import { rewriteManifest } from '../../build/manifest';
import { configJson, type PageConfig } from '../../build/pageConfig';

/** What the host answers a path of the add-in with; changed by the tests. */
export interface HostedFile {
  status: number;
  body: Buffer;
  readonly headers: Headers;
}

/** A deployment in the memory of the test. */
export interface Host {
  readonly files: Map<string, HostedFile>;
  /** For paths without a file. */
  missing: () => Response;
  /** Before any file, null to serve the file. */
  intercept: (path: string) => Response | null;
}

export const config: PageConfig = {
  clientId: '5a0d8c1e-0000-4000-8000-00000000c0de',
  authority: 'https://login.microsoftonline.com/contoso.com',
  service: 'graph',
  serviceUrl: 'https://graph.microsoft.com/v1.0',
};

const lazyNames = 'r.u=e=>e+"."+{msal:"0a1b2c3d","editor-worker":"1a2b3c4d","heic-worker":"2a3b4c5d"}[e]+".js";';
/** As long as a script whose compression is worth it. */
const filling = `/* ${'photo '.repeat(3000)} */`;

/** A host on which everything is right, as the build makes it for this address. */
export function rightHost(address: string): Host {
  const texts: Record<string, string | Buffer> = {
    'taskpane.html': page('taskpane', 'taskpane.0123abcd.js'),
    'signin.html': page('signin', 'signin.0123abcd.js'),
    'people.html': page('people', 'people.0123abcd.js'),
    'manifest.xml': rewriteManifest(readFileSync('manifest.xml', 'utf8'), { address }, config.authority),
    'page-start.0123abcd.js': '"use strict";',
    'taskpane.0123abcd.js': lazyNames + filling,
    'signin.0123abcd.js': 'r.u=e=>e+"."+{msal:"0a1b2c3d"}[e]+".js";',
    'people.0123abcd.js': '"use strict";',
    'msal.0a1b2c3d.js': '"use strict";',
    'editor-worker.1a2b3c4d.js': '"use strict";',
    'heic-worker.2a3b4c5d.js': '"use strict";',
    'pane.0123abcd.css': 'body{}',
    'cropper.0123abcd.css': 'body{}',
  };
  for (const size of [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144]) {
    texts[`assets/icon-${size}.png`] = readFileSync(`assets/icon-${size}.png`);
  }
  return {
    files: new Map(Object.entries(texts).map(([path, body]) => [path, hosted(path, Buffer.from(body))])),
    missing: () => new Response('Not found', { status: 404 }),
    intercept: () => null,
  };
}

function hosted(path: string, body: Buffer): HostedFile {
  const isCompressed = path.endsWith('.js');
  const headers = new Headers({
    ...headersOf(path, deploymentHeaders(config)),
    'content-type': contentTypeOf(path),
    'cache-control': cacheControlOf(path),
    etag: '"1"',
    ...(isCompressed && { 'content-encoding': 'gzip' }),
  });
  return { status: 200, body: isCompressed ? gzipSync(body) : body, headers };
}

/** The page of the repository, with names as the build gives them. */
function page(name: string, script: string): string {
  const values: Readonly<Record<string, string>> = {
    config: configJson(config),
    pageStart: 'page-start.0123abcd.js',
    paneStyles: 'pane.0123abcd.css',
    cropperStyles: 'cropper.0123abcd.css',
    msal: 'msal.0a1b2c3d.js',
    script,
  };
  return readFileSync(`src/${name}.html`, 'utf8')
    .replace(/<% (for[^%]*|\} )%>/g, '')
    .replace(/<%= (.*?) %>/g, (_all, value: string) => values[value] ?? 'a text');
}

/** The response of the host to a path of the add-in's folder. */
export function answerOf(host: Host, path: string): Response {
  const intercepted = host.intercept(path);
  if (intercepted) return intercepted;
  const file = host.files.get(path);
  return file ? new Response(new Uint8Array(file.body), file) : host.missing();
}

/** The file of a path. @throws Error where the host has none. */
export function fileOf({ files }: Host, path: string): HostedFile {
  const file = files.get(path);
  if (!file) throw new Error(`The host has no ${path}`);
  return file;
}
