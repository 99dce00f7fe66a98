import { build } from 'esbuild';
import { Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { readFile } from 'node:fs/promises';
import type { Rebuilt } from './builds';
import { readManifestPermission } from './manifest';

/** Addresses of the sandbox, for any client (`/sandbox.json`, which also has the manifest's `permission`). */
export interface Places {
  readonly window: string;
  readonly pane: string;
  readonly graph: string;
  readonly outlook: string;
  readonly token: string;
  readonly user: string;
  readonly control: string;
}

/** Serves the window that imitates Outlook on the web. */
export async function windowServer(places: Places, rebuilt: Rebuilt | null): Promise<Hono> {
  const { outputFiles } = await build({
    entryPoints: ['sandbox/host/window/main.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text ?? '';
  const [html, css] = await Promise.all(
    ['window.html', 'window.css'].map((name) => readFile(`sandbox/host/window/${name}`, 'utf8')),
  );
  const app = new Hono();
  const permission = await readManifestPermission();
  app.get('/sandbox.json', (context) =>
    context.json({ ...places, permission }, 200, { 'access-control-allow-origin': '*' }),
  );
  app.get('/window.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/window.css', (context) => context.body(css ?? '', 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/rebuilds', (context) => streamSSE(context, (stream) => sendRebuilds(stream, rebuilt)));
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/', (context) => context.html(html ?? ''));
  return app;
}

/** One event for each rebuild of the add-in, until the window closes. */
async function sendRebuilds(stream: SSEStreamingApi, rebuilt: Rebuilt | null): Promise<void> {
  const stop = rebuilt?.(() => void stream.writeSSE({ data: 'rebuilt' }));
  await new Promise<void>((resolve) => stream.onAbort(resolve));
  stop?.();
}
