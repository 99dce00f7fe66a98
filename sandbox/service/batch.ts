import type { ServiceResponse } from './serviceResponse';

interface BatchRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly url?: unknown;
}

/** Answers a `$batch` (at most 20 requests): responses in another order than the requests, images as base64 text. */
export async function batch(body: unknown, ask: (path: string) => Promise<ServiceResponse>): Promise<ServiceResponse> {
  const { requests } = (body ?? {}) as { requests?: unknown };
  if (!Array.isArray(requests) || requests.length > 20) return refused('A batch holds 1 to 20 requests.');
  const parts = requests as readonly BatchRequest[];
  const ids = new Set(parts.map(({ id }) => id));
  if (ids.size !== parts.length) return refused('Each request needs an id of its own.');
  const responses = await Promise.all(
    parts.map(async ({ id, method, url }) => {
      if (typeof url !== 'string' || !url.startsWith('/')) return { id, status: 400 };
      const { status, headers = {}, body: answer } = method === 'GET' ? await ask(url) : { status: 405 };
      return { id, status, headers: { ...headers, ...typeOf(answer, headers) }, body: textual(answer) };
    }),
  );
  return { status: 200, body: { responses: responses.reverse() } };
}

function refused(message: string): ServiceResponse {
  return { status: 400, body: { error: { code: 'BadRequest', message } } };
}

function textual(body: unknown): unknown {
  return body instanceof Uint8Array ? Buffer.from(body).toString('base64') : body;
}

function typeOf(body: unknown, headers: Readonly<Record<string, string>>): Record<string, string> {
  const type = headers['content-type'] ?? (typeof body === 'string' ? 'text/plain' : 'application/json');
  return { 'Content-Type': type };
}
