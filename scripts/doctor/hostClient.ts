import { Agent, get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { checkServerIdentity, TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import pLimit from 'p-limit';
import type { Answer, Certificate, NoAnswer, Outcome } from './answer';

/** Of one request, in milliseconds. */
const timeLimit = 15_000;
const maxRedirects = 5;
/** At the same time. */
const maxRequests = 2;

/** Requests addresses of one host. */
export interface HostClient {
  /** Follows redirects to the same host only: the response is that of the last address. */
  request(address: string): Promise<Outcome>;
  close(): void;
}

/** The requests carry nothing but the address, so they are made whatever the certificate is; it is part of the answer. */
export function createHostClient(): HostClient {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  // Not the agent's own limit: the time in its queue would count.
  const limit = pLimit(maxRequests);
  return { request: (address) => limit(follow, address, agent), close: () => agent.destroy() };
}

async function follow(address: string, agent: Agent): Promise<Outcome> {
  let outcome = await request(address, agent);
  for (let count = 0; count < maxRedirects && outcome.kind === 'answer'; count += 1) {
    const target = redirectTarget(outcome);
    if (target?.origin !== new URL(address).origin) break;
    const next = await request(target.href, agent);
    outcome = next.kind === 'answer' ? { ...next, isRedirected: true } : next;
  }
  return outcome;
}

/** Where a response redirects to, null if it does not. */
export function redirectTarget({ url, status, headers }: Answer): URL | null {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return URL.canParse(location, url) ? new URL(location, url) : null;
}

async function request(url: string, agent: Agent): Promise<Outcome> {
  try {
    const response = await respond(url, agent);
    const certificate = certificateOf(response.socket, new URL(url).hostname);
    const bytes = await bodyOf(response);
    const headers = new Headers(pairs(response.rawHeaders));
    return { kind: 'answer', url, isRedirected: false, status: response.statusCode ?? 0, headers, bytes, certificate };
  } catch (error) {
    return noAnswer(url, error);
  }
}

function respond(url: string, agent: Agent): Promise<IncomingMessage> {
  const headers = { accept: '*/*', 'accept-encoding': 'br, gzip' };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers, signal: AbortSignal.timeout(timeLimit) }, resolve).on('error', reject);
  });
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const sent = Buffer.concat((await response.toArray()) as Buffer[]);
  if (sent.length === 0) return sent;
  switch (response.headers['content-encoding']) {
    case 'br':
      return promisify(brotliDecompress)(sent);
    case 'gzip':
      return promisify(gunzip)(sent);
    default:
      return sent;
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as [string, string]] : []));
}

function certificateOf(socket: unknown, host: string): Certificate | null {
  if (!(socket instanceof TLSSocket)) return null;
  const peer = socket.getPeerCertificate();
  if (!('valid_to' in peer)) return null;
  const isForHost = checkServerIdentity(host, peer) === undefined;
  // Node types it as an error, and sets its code. The name and the dates have checks of their own.
  const problem = String(socket.authorizationError);
  const isChain = !socket.authorized && !/ALTNAME|EXPIRED|NOT_YET_VALID/.test(problem);
  return {
    validFrom: new Date(peer.valid_from),
    validTo: new Date(peer.valid_to),
    names: String(peer.subjectaltname ?? peer.subject.CN).replaceAll('DNS:', ''),
    isForHost,
    chainProblem: isChain ? problem : null,
  };
}

function noAnswer(url: string, error: unknown): NoAnswer {
  const { name, message, code, cause } = error as NodeJS.ErrnoException;
  const isTimeout =
    name === 'AbortError' || name === 'TimeoutError' || (cause as Error | undefined)?.name === 'TimeoutError';
  return { kind: 'none', url, code: isTimeout ? 'TIMEOUT' : (code ?? name), message };
}
