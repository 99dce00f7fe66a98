// Serves the production build on this machine with the headers of its deployment (`npm run serve`).
import { serveStatic } from '@hono/node-server/serve-static';
import { existsSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { cacheControlOf, deploymentHeaders, headersOf } from '../build/hosting/headers';
import { contentTypeOf } from '../build/hosting/objectStore';
import type { PageConfig } from '../build/pageConfig';
import { localhostCertificate } from '../sandbox/certificate';
import { listen } from '../sandbox/https';

const dist = 'dist';

/** The folder of the add-in's address, with slashes around it. */
function folderOf(manifest: string): string {
  const [page = ''] = /https:[^"]+taskpane\.html/.exec(manifest) ?? [];
  return new URL('.', page).pathname;
}

function configOf(page: string): PageConfig {
  return JSON.parse(/id="config">([^<]*)/.exec(page)?.[1] ?? '') as PageConfig;
}

async function run(): Promise<void> {
  if (!existsSync(`${dist}/taskpane.html`)) throw new Error('There is no build. Run "npm run build" first.');
  const folder = folderOf(readFileSync(`${dist}/manifest.xml`, 'utf8'));
  const headers = deploymentHeaders(configOf(readFileSync(`${dist}/taskpane.html`, 'utf8')));
  const app = new Hono();
  app.use(etag());
  app.use(async (context, next) => {
    await next();
    const { req, res } = context;
    for (const [name, value] of Object.entries(headersOf(req.path, headers))) res.headers.set(name, value);
    if (res.ok) res.headers.set('content-type', contentTypeOf(req.path));
    res.headers.set('cache-control', cacheControlOf(req.path));
  });
  const rewriteRequestPath = (path: string): string => path.slice(folder.length - 1);
  app.get(`${folder}*`, serveStatic({ root: dist, precompressed: true, rewriteRequestPath }));
  const server = await listen(Number(process.env['PORT'] ?? 8443), 'PORT', await localhostCertificate());
  server.answerWith((request, env) => app.fetch(request, env));
  console.log(`Serving ${dist}/ at ${server.origin}${folder}taskpane.html. Ctrl+C ends it.`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
