import { errorResponse, type ServiceResponse } from './serviceResponse';

/** A part of a batch, ready to be answered. */
export interface BatchPart {
  readonly method: string;
  /** Encoded, below the version's root, with a slash in front. */
  readonly url: string;
  readonly header: (name: string) => string;
  readonly bytes: Buffer;
}

interface PartRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

type PartResponse = ServiceResponse & { readonly id: string };

const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'];
/** Need a body and its content type; one that lacks them makes the whole batch fail. */
const writes = ['PUT', 'PATCH', 'POST'];

/**
 * Answers a `$batch` (at most 20 requests): responses in another order than the requests, images as base64 text. A part
 * runs after those in its `dependsOn`; if one of them fails, it gets 424 (Microsoft Graph, JSON batching).
 */
export async function answerBatch(
  body: unknown,
  respond: (part: BatchPart) => Promise<ServiceResponse>,
): Promise<ServiceResponse> {
  const parts = readParts(body);
  if (typeof parts === 'string') return errorResponse(400, 'BadRequest', parts);
  const responses = new Map<string, Promise<PartResponse>>();
  const run = (part: PartRequest): Promise<PartResponse> => {
    const running = responses.get(part.id) ?? answerPart(part);
    responses.set(part.id, running);
    return running;
  };
  const answerPart = async (part: PartRequest): Promise<PartResponse> => {
    const needed = parts.filter(({ id }) => part.dependsOn.includes(id));
    const before = await Promise.all(needed.map(run));
    const hasFailed = before.some(({ status }) => status >= 400);
    const response = hasFailed
      ? errorResponse(424, 'FailedDependency', 'A request that this one depends on has failed.')
      : await respond(toBatchPart(part));
    return { id: part.id, ...response };
  };
  const answered = await Promise.all(parts.map(run));
  return { status: 200, body: { responses: answered.map(toJson).reverse() } };
}

/** Checks the batch; a text says what is wrong with it. */
function readParts(body: unknown): readonly PartRequest[] | string {
  const { requests } = (body ?? {}) as { requests?: unknown };
  if (!Array.isArray(requests) || requests.length === 0 || requests.length > 20) {
    return 'A batch holds 1 to 20 requests.';
  }
  const parts = (requests as readonly unknown[]).map(readPart);
  const wrong = parts.find((part) => typeof part === 'string');
  if (wrong !== undefined) return wrong;
  const valid = parts.filter((part) => typeof part !== 'string');
  const ids = valid.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) return 'Each request needs an id of its own.';
  return dependenciesProblem(valid) ?? valid;
}

function readPart(value: unknown): PartRequest | string {
  const { id, method, url, headers, body, dependsOn } = (value ?? {}) as Partial<Record<keyof PartRequest, unknown>>;
  if (typeof id !== 'string' || id === '') return 'Each request needs an id.';
  if (typeof method !== 'string' || !methods.includes(method.toUpperCase())) return `Request ${id} needs a method.`;
  if (typeof url !== 'string' || url === '') return `Request ${id} needs a url.`;
  const given = typeof headers === 'object' && headers !== null ? (headers as Record<string, unknown>) : {};
  const hasType = Object.keys(given).some((name) => name.toLowerCase() === 'content-type');
  if (writes.includes(method.toUpperCase()) && !(hasType && body !== undefined)) {
    return `Write request id : ${id} does not contain Content-Type header or body.`;
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: given,
    body,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

/** A part may depend on earlier parts only, so that there are no circles. */
function dependenciesProblem(parts: readonly PartRequest[]): string | null {
  const wrong = parts.find(({ dependsOn }, index) => {
    const earlier = parts.slice(0, index).map(({ id }) => id);
    return !dependsOn.every((id) => earlier.includes(id));
  });
  return wrong ? `Request ${wrong.id} depends on a request that is not before it.` : null;
}

function toBatchPart({ method, url, headers, body }: PartRequest): BatchPart {
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return { method, url, header: (name) => values.get(name) ?? '', bytes: bytesOf(body) };
}

/** Bytes are base64 text; anything else is JSON. */
function bytesOf(body: unknown): Buffer {
  if (typeof body === 'string') return Buffer.from(body, 'base64');
  return Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

function toJson({ id, status, headers = {}, body }: PartResponse): object {
  const { 'content-type': given, ...others } = headers;
  if (status === 204 || body === undefined || body === '') return { id, status, headers: others };
  const type = given ?? (typeof body === 'string' ? 'text/plain' : 'application/json');
  const text = body instanceof Uint8Array ? Buffer.from(body).toString('base64') : body;
  return { id, status, headers: { ...others, 'Content-Type': type }, body: text };
}
