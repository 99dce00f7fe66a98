import type { HttpClient } from '../../http';
import type { PhotoChange, WriteOptions } from './dialect';
import { parseResponse, type ServiceResponse } from './responses';
import { oneWithToken, type GetAccessToken } from './withToken';

/** Sends one write with a token. It is not retried, but a 401 is answered once with another token. */
export async function sendChange(
  http: HttpClient,
  getAccessToken: GetAccessToken,
  url: string,
  { method, body }: PhotoChange,
  scopes: readonly string[],
  { signal, beforeSend }: WriteOptions,
): Promise<ServiceResponse> {
  const send = async (token: string): Promise<ServiceResponse> => {
    beforeSend?.();
    return parseResponse(
      await http.send({
        method,
        url,
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'image/jpeg' }) },
        ...(body && { body }),
        read: false,
        ...(signal && { signal }),
      }),
    );
  };
  return oneWithToken(send, getAccessToken, scopes, signal);
}
