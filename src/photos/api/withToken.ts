/**
 * Provides an access token for the scopes. `claims` is the decoded claims challenge of a 401; `fresh` requests a token
 * other than the one that the service has just refused.
 */
export type GetAccessToken = (request: {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}) => Promise<string>;

interface WithStatus {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Sends requests with a token for `scopes`. Requests answered with 401 are sent once more with another token: one that
 * meets the claims challenge where the service names it, else a fresh one. A second 401 stands.
 * @returns the responses in the order of `requests`.
 */
export async function withToken<Request, Response extends WithStatus>(
  requests: readonly Request[],
  send: (requests: readonly Request[], token: string) => Promise<readonly Response[]>,
  getAccessToken: GetAccessToken,
  scopes: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Response[]> {
  const abort = signal && { signal };
  const responses = await send(requests, await getAccessToken({ scopes, ...abort }));
  const refused = responses.filter(({ status }) => status === 401);
  if (!refused[0]) return responses;
  const claims = claimsOf(refused[0].headers);
  const token = await getAccessToken({ scopes, ...(claims === null ? { fresh: true } : { claims }), ...abort });
  const again = requests.filter((_request, index) => responses[index]?.status === 401);
  const replayed = [...(await send(again, token))];
  return responses.map((response) => (response.status === 401 ? (replayed.shift() ?? response) : response));
}

/** The same for a single request. */
export async function oneWithToken<Response extends WithStatus>(
  send: (token: string) => Promise<Response>,
  getAccessToken: GetAccessToken,
  scopes: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Response> {
  const sendAll = async (_requests: readonly null[], token: string): Promise<readonly Response[]> => [
    await send(token),
  ];
  const [response] = await withToken([null], sendAll, getAccessToken, scopes, signal);
  if (!response) throw new TypeError('One request has one response');
  return response;
}

/** The decoded claims challenge of a 401; null where there is none that can be met, or the browser hides it. */
export function claimsOf(headers: Headers): string | null {
  const encoded = /claims="([^"]+)"/i.exec(headers.get('www-authenticate') ?? '')?.[1];
  if (!encoded) return null;
  try {
    const claims = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return isObject(JSON.parse(claims)) ? claims : null;
  } catch {
    // Neither base64 nor JSON: as for an expired token, a fresh one is the only way to meet it.
    return null;
  }
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
