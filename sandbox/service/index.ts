import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { answerBatch, type BatchPart } from './batch';
import { createControl } from './control';
import { flood } from './flood';
import { createIdentityProvider } from './identity';
import { findAccount } from './directory';
import { parseJson } from './json';
import { findRoot, parseRequestPath } from './requestPath';
import { isEarly, notePause } from './pause';
import { respond } from './respond';
import { errorResponse, unauthorizedResponse, type ServiceResponse } from './serviceResponse';
import { initialState, connectionEffects, takeFault } from './state';
import { openStore } from './store';
import { audiences, createTokenIssuer } from './tokens';
import type { ServiceContext } from './serviceContext';

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
    origin,
    log: [],
    state: initialState(),
    inFlight: 0,
    resets: 0,
    pausedAt: 0,
    pausedUntil: 0,
    window: { startedAt: 0, requests: 0 },
  };
  const app = new Hono();
  app.use(async ({ req }, next) => {
    if (req.path.startsWith('/sandbox')) return next();
    // A preflight takes as long as the request it precedes.
    let end = (): void => undefined;
    if (req.method === 'OPTIONS') service.log.push({ method: 'OPTIONS', path: req.path, status: 204 });
    else end = enter(service);
    // A request that the client has aborted is not in flight any more.
    req.raw.signal.addEventListener('abort', end);
    if (service.state.latency > 0) await delay(service.state.latency);
    await next();
    end();
  });
  app.use((context, next) => crossOrigin(service)(context, next));
  app.route('/sandbox', createControl(service, origin));
  app.route('/', createIdentityProvider(service, origin));
  app.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const path = pathname + search;
    const early = isEarly(service, Date.now());
    const atOnce = service.inFlight;
    const effect = takeFault(service.state, { path, method: context.req.method }, connectionEffects);
    const { resets } = service;
    if (effect?.kind === 'slow') await delay(effect.milliseconds);
    // A slow request that the client has aborted, or that is older than a reset, changes nothing.
    const isAbandoned = context.req.raw.signal.aborted || resets !== service.resets;
    if (effect?.kind === 'drop' || isAbandoned) return dropped(context);
    const reply = await answer(service, context, path);
    if (effect?.kind === 'dropAnswer') return dropped(context);
    const made = Date.now();
    whenSent(context, () => notePause(service, reply, made));
    service.log.push({ method: context.req.method, path, status: reply.status, atOnce, ...(early && { early }) });
    const echoed = { 'client-request-id': context.req.header('client-request-id') ?? crypto.randomUUID() };
    const response = send({ ...reply, headers: { ...echoed, ...reply.headers } });
    if (effect?.kind === 'flood') return flood(effect.megabytes, effect.isFolded ?? false, response);
    return effect?.kind === 'truncate' ? truncated(response) : response;
  });
  return app;
}

/** Counts a request as in flight until the function that it returns is called. */
function enter(service: ServiceContext): () => void {
  let count = 1;
  service.inFlight++;
  return () => {
    service.inFlight -= count;
    count = 0;
  };
}

async function answer(service: ServiceContext, context: Context, path: string): Promise<ServiceResponse> {
  const found = findRoot(path);
  if (!found) return errorResponse(404, 'UnknownError', 'No such path.');
  const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const claims = await service.tokens.verify(token, audiences[found.dialect]);
  if (!claims) return unauthorizedResponse();
  const bytes = Buffer.from(await context.req.arrayBuffer());
  const answerOne = async (one: string, part: BatchPart): Promise<ServiceResponse> => {
    const parsed = parseRequestPath(one);
    if (!parsed) return errorResponse(400, 'BadRequest', 'The address is malformed.');
    const caller = findAccount(claims.upn);
    return respond({ ...part, service, path: parsed, claims, caller }, one);
  };
  const { method } = context.req;
  if (found.dialect === 'graph' && /^\/(?:\$|%24)batch\/?$/i.test(found.rest)) {
    return answerWholeBatch(service, { path, method, bytes }, async (part) => {
      const partPath = found.root + part.url;
      const response = await answerOne(partPath, part);
      const partMethod = part.method === 'GET' ? {} : { partMethod: part.method };
      service.log.push({ method: 'PART', path: partPath, status: response.status, ...partMethod });
      return response;
    });
  }
  const header = (name: string): string => context.req.header(name) ?? '';
  return answerOne(path, { method, url: found.rest, header, bytes });
}

async function answerWholeBatch(
  service: ServiceContext,
  { path, method, bytes }: { readonly path: string; readonly method: string; readonly bytes: Buffer },
  answerPart: (part: BatchPart) => Promise<ServiceResponse>,
): Promise<ServiceResponse> {
  const effect = takeFault(service.state, { path, method }, ['status']);
  if (effect?.kind === 'status') return effect;
  if (method !== 'POST') return errorResponse(405, 'MethodNotAllowed', 'Not for this resource.');
  const body = parseJson(bytes.toString());
  return body === undefined ? errorResponse(400, 'BadRequest', 'Invalid JSON.') : answerBatch(body, answerPart);
}

function send({ status, headers = {}, body }: ServiceResponse): Response {
  const common = { 'request-id': crypto.randomUUID(), ...headers };
  if (body instanceof Uint8Array) return new Response(body as Uint8Array<ArrayBuffer>, { status, headers: common });
  if (status === 204) return new Response(null, { status, headers: common });
  if (typeof body === 'string') {
    return new Response(body, { status, headers: { 'content-type': 'text/plain', ...common } });
  }
  return Response.json(body ?? null, { status, headers: { ...common, 'content-type': 'application/json' } });
}

const requestIds = ['request-id', 'client-request-id'];

function crossOrigin({ state }: ServiceContext) {
  return cors({
    origin: '*',
    // Any header that a preflight names.
    allowHeaders: [],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: [...(state.exposeHeaders ? ['Retry-After', 'ETag', 'WWW-Authenticate'] : []), ...requestIds],
    maxAge: 600,
  });
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

/** Runs a function once the whole response to a request is handed to the network. */
function whenSent(context: Context, run: () => void): void {
  const { outgoing } = context.env as { outgoing?: { once(event: 'finish', listener: () => void): void } };
  if (outgoing) outgoing.once('finish', run);
  else run();
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
