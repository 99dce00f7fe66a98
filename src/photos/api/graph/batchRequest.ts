import { largestResponse, type HttpClient, type HttpResponse } from '../../../http';
import { parseResponse, type ServiceResponse } from '../responses';

/** One read of a batch. */
export interface PartRequest {
  readonly path: string;
  /** Headers of this part alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A response to one part of a batch, or the batch's own failure in place of it. */
export interface PartResponse extends ServiceResponse {
  /** The batch itself succeeded. */
  readonly isPart: boolean;
}

/** What an element of a batch may be: each field is foreign. */
type Part = Readonly<Partial<Record<'id' | 'status' | 'headers' | 'body', unknown>>>;

/** A batch may hold twenty photos; none that is drawn has 4 MB. Bytes. */
const largestBatch = 4 * largestResponse;

/**
 * Reads parts through one `POST $batch` (G10), each part with its own outcome. The address never changes, so the browser
 * preflights it once and not once per photo.
 * @returns the responses in the order of `parts`.
 */
export async function sendBatch(
  http: HttpClient,
  serviceUrl: string,
  parts: readonly PartRequest[],
  token: string,
  signal: AbortSignal | undefined,
): Promise<readonly PartResponse[]> {
  const requests = parts.map(({ path: url, headers }, index) => ({
    id: String(index + 1),
    method: 'GET',
    url,
    headers,
  }));
  const response = await http.send({
    method: 'POST',
    url: `${serviceUrl}/$batch`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ requests }),
    read: true,
    maxBytes: largestBatch,
    ...(signal && { signal }),
  });
  const whole = parseResponse(response);
  const responses = partsOf(whole);
  // A failure of the whole batch, or a page that is no batch, stands for each part.
  return requests.map(({ id }) => (responses ? parsePart(responses.get(id), response) : { ...whole, isPart: false }));
}

/** By id. A part whose id is not unique is left out: it may be about another person. */
function partsOf({ status, json }: ServiceResponse): ReadonlyMap<unknown, Part | null> | null {
  if (status !== 200) return null;
  const { responses } = (json ?? {}) as { responses?: unknown };
  if (!Array.isArray(responses)) return null;
  const parts = new Map<unknown, Part | null>();
  for (const part of responses as readonly (Part | null)[]) parts.set(part?.id, parts.has(part?.id) ? null : part);
  return parts;
}

/** Pictures come as base64 text, JSON as itself, anything else as text. */
function parsePart(part: Part | null | undefined, whole: HttpResponse): PartResponse {
  const headers = headersOf(part?.headers);
  // Parts seldom have a request id of their own; the help desk finds them by the batch's.
  const requestId = headers.get('request-id') ?? whole.headers.get('request-id');
  if (requestId !== null) headers.set('request-id', requestId);
  const status = statusOf(part?.status);
  const body = part?.body;
  if (typeof body !== 'string')
    return { status, headers, json: body, bytes: new Uint8Array(), isRetried: false, isPart: true };
  const isPicture = /^image\//i.test(headers.get('content-type') ?? '');
  const bytes = isPicture ? decodeBase64(body) : new TextEncoder().encode(body);
  return { ...parseResponse({ status, headers, body: bytes }), isPart: true };
}

/** A part that is missing, or has no status, failed on its way. */
function statusOf(status: unknown): number {
  return Number.isInteger(status) ? (status as number) : 502;
}

/** One that is no header takes nothing else along. */
function headersOf(json: unknown): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(json instanceof Object ? json : {})) {
    const text = typeof value === 'object' ? '\n' : String(value);
    if (/^[\w-]+$/.test(name) && /^[\t -~]*$/.test(text)) headers.set(name, text);
  }
  return headers;
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  let text: string;
  try {
    text = atob(base64);
  } catch {
    // Not base64, so the bytes are rejected as a picture later.
    return new TextEncoder().encode(base64);
  }
  // A plain loop: many times as fast as `Uint8Array.from`.
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
