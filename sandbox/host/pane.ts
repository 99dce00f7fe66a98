import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import { pageHeaders } from '../../build/headers';

interface PaneOptions {
  /** Folder of the built add-in. */
  readonly dist: string;
  readonly windowOrigin: string;
  readonly serviceOrigin: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.map': 'application/json',
};

const cdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeFolder = 'node_modules/@microsoft/office-js/dist';
const injected = 'sandbox/host/injected';

/** Serves the built add-in as an operator would, and puts in its pages what a real host brings. */
export function paneServer(options: PaneOptions): Hono {
  const app = new Hono();
  app.get('/office-js/*', (context) => file(officeFolder, context.req.path.slice('/office-js/'.length), options));
  app.get('/host/*', (context) => file(injected, context.req.path.slice('/host/'.length), options));
  app.get('*', async (context) => {
    const { pathname, searchParams } = new URL(context.req.url);
    const path = pathname === '/' ? 'taskpane.html' : pathname.slice(1);
    const answer = await file(options.dist, path, options);
    if (!path.endsWith('.html') || !answer.ok) return answer;
    return new Response(page(await answer.text(), searchParams, options), answer);
  });
  return app;
}

async function file(folder: string, path: string, options: PaneOptions): Promise<Response> {
  const inside = normalize(decodeURIComponent(path));
  if (inside.startsWith('..')) return new Response('Not found', { status: 404 });
  try {
    const bytes = new Uint8Array(await readFile(join(folder, inside)));
    const type = types[extname(inside)] ?? 'application/octet-stream';
    return new Response(bytes, { headers: { ...headers(options), 'content-type': type } });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

/** The headers of a deployment, with the sandbox's origins; nothing is cached, so that a new build is seen. */
function headers({ windowOrigin, serviceOrigin }: PaneOptions): Record<string, string> {
  return {
    ...pageHeaders({ hosts: [windowOrigin], office: [], services: [serviceOrigin] }),
    'cache-control': 'no-store',
  };
}

/** Roots of the four dialects, by the name that the window's switch uses. */
const roots = {
  'graph-v1.0': ['graph', '/v1.0'],
  'graph-beta': ['graph', '/beta'],
  'outlook-v2.0': ['outlook', '/api/v2.0'],
  'outlook-beta': ['outlook', '/api/beta'],
} as const;

function page(html: string, query: URLSearchParams, { windowOrigin, serviceOrigin }: PaneOptions): string {
  const dialect = (query.get('dialect') ?? 'graph-v1.0') as keyof typeof roots;
  const [service, root] = dialect in roots ? roots[dialect] : roots['graph-v1.0'];
  const config = {
    clientId: '5a0d8c1e-0000-4000-8000-00000000c0de',
    authority: `${serviceOrigin}/common`,
    service,
    serviceUrl: serviceOrigin + root,
    ...(query.get('upload') === 'PATCH' && { upload: 'PATCH' }),
  };
  const bridge = `<script src="/host/bridge.js" data-window="${windowOrigin}" data-mode="${attribute(query.get('bridge'))}"></script>`;
  const modern = `<script src="/host/modern.js" data-window="${windowOrigin}"></script>`;
  const brought = [
    '<script src="/host/MicrosoftAjax.js"></script>',
    bridge,
    ...(query.get('modern') === 'off' ? [] : [modern]),
  ].join('');
  return html
    .replace('<head>', `<head>${brought}`)
    .replace(cdn, '/office-js/office.js')
    .replace(
      /(<script type="application\/json" id="config">)[^<]*/,
      (_all, tag: string) => tag + JSON.stringify(config),
    );
}

function attribute(text: string | null): string {
  return (text ?? 'present').replace(/[^a-z]/gi, '');
}
