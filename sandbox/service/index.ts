import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { batch } from './batch';
import { control } from './control';
import { identity } from './identity';
import { questionOf, split } from './path';
import { read } from './read';
import { complaint, unauthorized, type Reply } from './reply';
import { initialState, onExchange, onQuestion, strike } from './state';
import { openStore } from './store';
import { audiences, createMint } from './tokens';
import type { World } from './world';
import { write, type Upload } from './write';

export interface ServiceOptions {
  readonly dataFolder: string;
  /** Origin at which the service will be reached. */
  readonly origin: string;
}

/** The sandbox's photo service: both dialects, signed tokens, faults on request. */
export async function createPhotoService({ dataFolder, origin }: ServiceOptions): Promise<Hono> {
  const world: World = {
    mint: await createMint(origin),
    store: await openStore(dataFolder),
    log: [],
    state: initialState(),
    inFlight: 0,
    pausedUntil: 0,
  };
  const app = new Hono();
  app.use(async ({ req }, next) => {
    if (req.path.startsWith('/sandbox')) return next();
    // A preflight travels as far as what it asks leave for.
    if (req.method === 'OPTIONS') world.log.push({ method: 'OPTIONS', path: req.path, status: 204 });
    else world.inFlight++;
    if (world.state.latency > 0) await delay(world.state.latency);
    await next();
    if (req.method !== 'OPTIONS') world.inFlight--;
  });
  app.use((context, next) => crossOrigin(world)(context, next));
  app.route('/sandbox', control(world, origin));
  app.route('/', identity(world, origin));
  app.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const path = pathname + search;
    const early = Date.now() < world.pausedUntil;
    const atOnce = world.inFlight;
    const effect = strike(world.state, { path, method: context.req.method }, onExchange);
    if (effect?.kind === 'slow') await delay(effect.milliseconds);
    if (effect?.kind === 'drop') return dropped(context);
    const reply = await answer(world, context, path);
    if (effect?.kind === 'dropAnswer') return dropped(context);
    world.log.push({ method: context.req.method, path, status: reply.status, atOnce, ...(early && { early }) });
    return effect?.kind === 'truncate' ? truncated(send(reply)) : send(reply);
  });
  return app;
}

async function answer(world: World, context: Context, path: string): Promise<Reply> {
  const place = split(path);
  if (!place) return complaint(404, 'UnknownError', 'No such path.');
  const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const bearer = await world.mint.verify(token, audiences[place.dialect]);
  if (!bearer) return unauthorized();
  const { method } = context.req;
  const ask = async (one: string, upload: Upload | null = null): Promise<Reply> => {
    const effect = strike(world.state, { path: one, method: upload?.method ?? 'GET' }, onQuestion);
    if (effect?.kind === 'status') {
      askForPause(world, effect.headers);
      return { ...effect, headers: { 'content-type': 'text/plain', ...effect.headers } };
    }
    if (effect?.kind === 'expired') return unauthorized();
    if (effect?.kind === 'claims' && !bearer.acrs.includes('c1')) return unauthorized(challenge);
    const question = questionOf(one);
    if (!question) return complaint(400, 'BadRequest', 'No such operation.');
    return upload ? write(question, bearer, world, upload) : read(question, bearer, world.store);
  };
  const root = path.slice(0, path.length - place.rest.length);
  if (place.dialect === 'graph' && /^\/\$batch$/i.test(place.rest)) {
    const effect = strike(world.state, { path, method }, ['status']);
    if (effect?.kind === 'status') {
      askForPause(world, effect.headers);
      return effect;
    }
    return batch(await context.req.json<unknown>(), async (part) => {
      const reply = await ask(root + part);
      world.log.push({ method: 'PART', path: root + part, status: reply.status });
      return reply;
    });
  }
  if (method === 'GET') return ask(path);
  const contentType = context.req.header('content-type') ?? '';
  return ask(path, { method, contentType, bytes: Buffer.from(await context.req.arrayBuffer()) });
}

/** Conditional access that asks for the authentication context c1 (claims challenge, base64). */
const challenge = `error="insufficient_claims", claims="${Buffer.from(
  JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
).toString('base64')}"`;

function send({ status, headers = {}, body }: Reply): Response {
  const common = { 'request-id': crypto.randomUUID(), ...headers };
  if (body instanceof Uint8Array) return new Response(body as Uint8Array<ArrayBuffer>, { status, headers: common });
  if (status === 204) return new Response(null, { status, headers: common });
  if (typeof body === 'string') {
    return new Response(body, { status, headers: { 'content-type': 'text/plain', ...common } });
  }
  return Response.json(body ?? null, { status, headers: { ...common, 'content-type': 'application/json' } });
}

function crossOrigin({ state }: World) {
  return cors({
    origin: '*',
    allowHeaders: ['authorization', 'content-type', 'accept', 'client-request-id', 'sdkversion', 'prefer'],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: state.exposeHeaders ? ['Retry-After', 'ETag', 'WWW-Authenticate', 'request-id'] : ['request-id'],
    maxAge: 600,
  });
}

/** Remembers a pause in seconds or until a date, so that the log can tell who comes back too early. */
function askForPause(world: World, headers: Readonly<Record<string, string>> = {}): void {
  const asked = headers['retry-after'] ?? '';
  const until = /^\d/.test(asked) ? Date.now() + Number.parseFloat(asked) * 1000 : Date.parse(asked);
  if (until > world.pausedUntil) world.pausedUntil = until;
}

/** The first half of an answer; then the connection breaks. */
async function truncated(whole: Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const half = new ReadableStream({
    start: (stream) => stream.enqueue(bytes.slice(0, bytes.length / 2)),
    pull: (stream) => stream.error(new Error('cut off')),
  });
  return new Response(half, { status: whole.status, headers: whole.headers });
}

/** Ends the connection without a word. */
function dropped(context: Context): Response {
  const { incoming } = context.env as { incoming?: { socket: { destroy(): void } } };
  incoming?.socket.destroy();
  return new Response(null, { status: 500 });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
