import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { batch } from './batch';
import { createControl } from './control';
import { createIdentityProvider } from './identity';
import { parsePhotoRequest, splitPath } from './photoRequest';
import { readPhoto } from './readPhoto';
import { errorResponse, unauthorizedResponse, type ServiceResponse } from './serviceResponse';
import { initialState, connectionEffects, responseEffects, takeFault } from './state';
import { openStore } from './store';
import { audiences, createTokenIssuer } from './tokens';
import type { ServiceContext } from './serviceContext';
import { writePhoto, type Upload } from './writePhoto';

export interface ServiceOptions {
  readonly dataFolder: string;
  /** Origin of the service as clients see it. */
  readonly origin: string;
}

/** The sandbox's photo service: both dialects, signed tokens, simulated faults. */
export async function createPhotoService({ dataFolder, origin }: ServiceOptions): Promise<Hono> {
  const service: ServiceContext = {
    tokens: await createTokenIssuer(origin),
    store: await openStore(dataFolder),
    log: [],
    state: initialState(),
    inFlight: 0,
    pausedUntil: 0,
  };
  const app = new Hono();
  app.use(async ({ req }, next) => {
    if (req.path.startsWith('/sandbox')) return next();
    // A preflight takes as long as the request it precedes.
    if (req.method === 'OPTIONS') service.log.push({ method: 'OPTIONS', path: req.path, status: 204 });
    else service.inFlight++;
    if (service.state.latency > 0) await delay(service.state.latency);
    await next();
    if (req.method !== 'OPTIONS') service.inFlight--;
  });
  app.use((context, next) => crossOrigin(service)(context, next));
  app.route('/sandbox', createControl(service, origin));
  app.route('/', createIdentityProvider(service, origin));
  app.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const path = pathname + search;
    const early = Date.now() < service.pausedUntil;
    const atOnce = service.inFlight;
    const effect = takeFault(service.state, { path, method: context.req.method }, connectionEffects);
    if (effect?.kind === 'slow') await delay(effect.milliseconds);
    if (effect?.kind === 'drop') return dropped(context);
    const reply = await answer(service, context, path);
    if (effect?.kind === 'dropAnswer') return dropped(context);
    service.log.push({ method: context.req.method, path, status: reply.status, atOnce, ...(early && { early }) });
    return effect?.kind === 'truncate' ? truncated(send(reply)) : send(reply);
  });
  return app;
}

async function answer(service: ServiceContext, context: Context, path: string): Promise<ServiceResponse> {
  const place = splitPath(path);
  if (!place) return errorResponse(404, 'UnknownError', 'No such path.');
  const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const claims = await service.tokens.verify(token, audiences[place.dialect]);
  if (!claims) return unauthorizedResponse();
  const { method } = context.req;
  const ask = async (one: string, upload: Upload | null = null): Promise<ServiceResponse> => {
    const effect = takeFault(service.state, { path: one, method: upload?.method ?? 'GET' }, responseEffects);
    if (effect?.kind === 'status') {
      notePause(service, effect.headers);
      return { ...effect, headers: { 'content-type': 'text/plain', ...effect.headers } };
    }
    if (effect?.kind === 'expired') return unauthorizedResponse();
    if (effect?.kind === 'claims' && !claims.acrs.includes('c1')) return unauthorizedResponse(challenge);
    const photoRequest = parsePhotoRequest(one);
    if (!photoRequest) return errorResponse(400, 'BadRequest', 'No such operation.');
    return upload ? writePhoto(photoRequest, claims, service, upload) : readPhoto(photoRequest, claims, service.store);
  };
  const root = path.slice(0, path.length - place.rest.length);
  if (place.dialect === 'graph' && /^\/\$batch$/i.test(place.rest)) {
    const effect = takeFault(service.state, { path, method }, ['status']);
    if (effect?.kind === 'status') {
      notePause(service, effect.headers);
      return effect;
    }
    return batch(await context.req.json<unknown>(), async (part) => {
      const reply = await ask(root + part);
      service.log.push({ method: 'PART', path: root + part, status: reply.status });
      return reply;
    });
  }
  if (method === 'GET') return ask(path);
  const contentType = context.req.header('content-type') ?? '';
  return ask(path, { method, contentType, bytes: Buffer.from(await context.req.arrayBuffer()) });
}

/** Claims challenge for the authentication context c1 (conditional access, base64). */
const challenge = `error="insufficient_claims", claims="${Buffer.from(
  JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
).toString('base64')}"`;

function send({ status, headers = {}, body }: ServiceResponse): Response {
  const common = { 'request-id': crypto.randomUUID(), ...headers };
  if (body instanceof Uint8Array) return new Response(body as Uint8Array<ArrayBuffer>, { status, headers: common });
  if (status === 204) return new Response(null, { status, headers: common });
  if (typeof body === 'string') {
    return new Response(body, { status, headers: { 'content-type': 'text/plain', ...common } });
  }
  return Response.json(body ?? null, { status, headers: { ...common, 'content-type': 'application/json' } });
}

function crossOrigin({ state }: ServiceContext) {
  return cors({
    origin: '*',
    allowHeaders: ['authorization', 'content-type', 'accept', 'client-request-id', 'sdkversion', 'prefer'],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: state.exposeHeaders ? ['Retry-After', 'ETag', 'WWW-Authenticate', 'request-id'] : ['request-id'],
    maxAge: 600,
  });
}

/** Stores a Retry-After (seconds or HTTP date), so that the log can mark requests that came too early. */
function notePause(service: ServiceContext, headers: Readonly<Record<string, string>> = {}): void {
  const asked = headers['retry-after'] ?? '';
  const until = /^\d/.test(asked) ? Date.now() + Number.parseFloat(asked) * 1000 : Date.parse(asked);
  if (until > service.pausedUntil) service.pausedUntil = until;
}

/** Sends the first half of a response, then breaks the connection. */
async function truncated(whole: Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const half = new ReadableStream({
    start: (stream) => stream.enqueue(bytes.slice(0, bytes.length / 2)),
    pull: (stream) => stream.error(new Error('cut off')),
  });
  return new Response(half, { status: whole.status, headers: whole.headers });
}

/** Closes the connection without a response. */
function dropped(context: Context): Response {
  const { incoming } = context.env as { incoming?: { socket: { destroy(): void } } };
  incoming?.socket.destroy();
  return new Response(null, { status: 500 });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
