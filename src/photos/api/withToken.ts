import type { HttpResponse, HttpClient } from '../http';
import type { AccessTokens, Change } from './service';

/** Asks for several paths with one token; the answers stand in the order of the paths. */
export type Transport = (
  paths: readonly string[],
  token: string,
  signal?: AbortSignal,
) => Promise<readonly HttpResponse[]>;

/**
 * Asks with a token for `scopes`. What is refused with 401 is asked once more with another token: one that meets the
 * claims challenge where the service names it, else a fresh one. A second 401 stands.
 */
export async function askAuthorized(
  transport: Transport,
  accessToken: AccessTokens,
  scopes: readonly string[],
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<readonly HttpResponse[]> {
  const abort = signal && { signal };
  const answers = await transport(paths, await accessToken({ scopes, ...abort }), signal);
  const refused = answers.filter(({ status }) => status === 401);
  if (!refused[0]) return answers;
  const claims = claimsOf(refused[0].headers);
  const token = await accessToken({ scopes, ...(claims === null ? { fresh: true } : { claims }), ...abort });
  const again = paths.filter((_path, index) => answers[index]?.status === 401);
  const replayed = [...(await transport(again, token, signal))];
  return answers.map((answer) => (answer.status === 401 ? (replayed.shift() ?? answer) : answer));
}

/** The decoded claims challenge of a 401, null where there is none or the browser hides it. */
export function claimsOf(headers: Headers): string | null {
  const encoded = /claims="([^"]+)"/i.exec(headers.get('www-authenticate') ?? '')?.[1];
  if (!encoded) return null;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    // Not base64: a challenge nobody can meet is answered with a fresh token.
    return null;
  }
}

/** Sends one write with a token, by the same rule: a 401 is answered once with another token. */
export function writer(
  serviceUrl: string,
  http: HttpClient,
  accessToken: AccessTokens,
): (path: string, change: Change, scopes: readonly string[], signal?: AbortSignal) => Promise<HttpResponse> {
  return async (path, { method, body }, scopes, signal) => {
    const transport: Transport = async ([one = ''], token) => [
      await http.send({
        method,
        url: serviceUrl + one,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'image/jpeg' }) },
        ...(body && { body }),
        read: false,
        ...(signal && { signal }),
      }),
    ];
    const [answer] = await askAuthorized(transport, accessToken, scopes, [path], signal);
    if (!answer) throw new TypeError('One path brings one answer');
    return answer;
  };
}
