import { Hono } from 'hono';
import { registration } from '../service/registration';
import { deployedFiles, folderFiles, type Files } from './files';

interface PaneOptions {
  /** Folder of the built add-in, or the https address where it is deployed. */
  readonly dist: string;
  readonly windowOrigin: string;
  readonly serviceOrigin: string;
}

const cdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeFolder = 'node_modules/@microsoft/office-js/dist';
const injected = 'sandbox/host/injected';

/** The folder of the pane's address where the add-in is, with slashes around it. */
export function paneFolder(dist: string): string {
  return isAddress(dist) ? new URL(dist).pathname.replace(/\/*$/, '/') : '/';
}

/** Serves the built add-in with a deployment's headers, and puts in its pages what a real host brings. */
export function paneServer(options: PaneOptions): Hono {
  const app = new Hono();
  const folder = paneFolder(options.dist);
  const addin = isAddress(options.dist) ? deployedFiles(options.dist) : folderFiles(options.dist);
  const [office, host] = [folderFiles(officeFolder), folderFiles(injected)];
  const after = (path: string, start: string): string => decodeURIComponent(path.slice(start.length));
  app.get('/office-js/*', ({ req }) => answer(office, after(req.path, '/office-js/'), req.raw, options));
  app.get('/host/*', ({ req }) => answer(host, after(req.path, '/host/'), req.raw, options));
  app.get('/', (context) => context.redirect(`${folder}taskpane.html`));
  app.get(`${folder}*`, ({ req }) => answer(addin, after(req.path, folder), req.raw, options));
  return app;
}

/** The file; of a page, what the sandbox makes of it. */
async function answer(files: Files, path: string, request: Request, options: PaneOptions): Promise<Response> {
  const served = await files(path, request.headers);
  const headers = sandboxHeaders(served.headers, options);
  if (!path.endsWith('.html') || !served.ok) return new Response(served.body, { status: served.status, headers });
  // Another page for each query, so that none is the same as an earlier one.
  for (const name of ['etag', 'last-modified', 'content-length']) headers.delete(name);
  return new Response(page(await served.text(), new URL(request.url).searchParams, options), { headers });
}

/** A deployment's headers, with the sandbox's origins in place of Microsoft's. */
function sandboxHeaders(deployed: Headers, { windowOrigin, serviceOrigin }: PaneOptions): Headers {
  const headers = new Headers(deployed);
  // It would hold for every program on this machine's localhost.
  headers.delete('strict-transport-security');
  const policy = headers.get('content-security-policy')?.split('; ') ?? [];
  const replaced: Readonly<Record<string, string>> = {
    'script-src': "'self'",
    'connect-src': `'self' ${serviceOrigin}`,
    'frame-src': serviceOrigin,
    'frame-ancestors': windowOrigin,
  };
  const ours = policy.map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    const hasOrigins = sources.some((source) => !source.startsWith("'"));
    return hasOrigins && name in replaced ? `${name} ${replaced[name] ?? ''}` : directive;
  });
  if (ours.length > 0) headers.set('content-security-policy', ours.join('; '));
  return headers;
}

function isAddress(dist: string): boolean {
  return /^https?:/.test(dist);
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
    clientId: registration.clientId,
    authority: `${serviceOrigin}/common`,
    service,
    serviceUrl: serviceOrigin + root,
    ...(query.get('upload') === 'PATCH' && { upload: 'PATCH' }),
    ...(query.get('groups') === 'on' && { groups: true }),
  };
  const bridge = `<script src="/host/bridge.js" data-window="${windowOrigin}" data-mode="${attribute(query.get('bridge'))}"></script>`;
  const modern = `<script src="/host/modern.js" data-window="${windowOrigin}"></script>`;
  const reduced = `<script src="/host/reduced.js" data-mode="${attribute(query.get('office'))}"></script>`;
  const brought = [
    '<script src="/host/MicrosoftAjax.js"></script>',
    bridge,
    ...(query.get('modern') === 'off' ? [] : [modern]),
    ...((query.get('office') ?? 'whole') === 'whole' ? [] : [reduced]),
  ].join('');
  // A page for the browser alone has nothing of Outlook.
  const isInOutlook = html.includes(cdn);
  return html
    .replace('<head>', `<head>${isInOutlook ? brought : ''}`)
    .replace(cdn, '/office-js/office.js')
    .replace(
      /(<script type="application\/json" id="config">)[^<]*/,
      (_all, tag: string) => tag + JSON.stringify(config),
    );
}

function attribute(text: string | null): string {
  return (text ?? 'present').replace(/[^a-z]/gi, '');
}
