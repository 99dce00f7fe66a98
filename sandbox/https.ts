import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Certificate } from './certificate';

/** Another program uses the port. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(port: number, setting: string) {
    super(`Port ${port} is in use. Stop the program that uses it, or set ${setting} to another port.`);
  }
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

export interface Listening {
  readonly origin: string;
  /** Sets the request handler; separate from `listen` because the handler needs the origin. */
  answerWith(fetch: Fetch): void;
  close(): void;
}

/**
 * Listens on localhost; port 0 takes any free port. Without a certificate it serves plain http.
 * @throws PortInUseError naming the setting.
 */
export function listen(port: number, setting: string, certificate: Certificate | null): Promise<Listening> {
  let answer: Fetch = () => new Response('Starting', { status: 503 });
  const respond = getRequestListener((request, env) => answer(request, env));
  const listener: RequestListener = (request, response) => void respond(request, response);
  const server: Server = certificate ? createServer(certificate, listener) : createPlain(listener);
  // A client that sends just when an idle connection is closed gets an error.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port, setting) : error);
    });
    server.listen(port, 'localhost', () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve({
        origin: `${certificate ? 'https' : 'http'}://localhost:${actual}`,
        answerWith(fetch) {
          answer = fetch;
        },
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
