import type { HttpClient } from '../../http';
import { isNoPhoto } from './photoService';
import { checkRead, parseResponse, unexpectedResponse } from './responses';
import { oneWithToken, type GetAccessToken } from './withToken';

/** How a resource beside the photos is read. */
export interface ReadJsonOptions {
  readonly http: HttpClient;
  readonly accessToken: GetAccessToken;
  readonly scopes: readonly string[];
  /** Beside those of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Reads a resource of the service beside the photos, such as a page of its users, by its whole URL.
 * @returns its JSON, an object.
 * @throws PhotoServiceError, HttpError, token errors; the signal's own reason when it aborts.
 */
export async function readJson(
  url: string,
  { http, accessToken, scopes, headers: more, signal }: ReadJsonOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const send = async (token: string) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...more };
    return parseResponse(await http.send({ method: 'GET', url, headers, read: true, ...(signal && { signal }) }));
  };
  const response = await oneWithToken(send, accessToken, scopes, signal);
  const checked = checkRead(response, scopes);
  const json = isNoPhoto(checked) ? undefined : checked.json;
  if (typeof json !== 'object' || json === null) throw unexpectedResponse(response);
  return { ...json };
}
