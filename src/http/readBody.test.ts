import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createHttpClient } from './httpClient';
import { largestResponse } from './readBody';

const megabyte = 1024 * 1024;
let server: Server;
let sent: number;

/** Answers `/n` with n megabytes, `/gzip/n` with as many folded by gzip, `/endless` for ever. */
beforeAll(async () => {
  const piece = Buffer.alloc(megabyte);
  server = createServer((request, response) => {
    const [, kind = '', size = ''] = (request.url ?? '').split('/');
    if (kind === 'gzip') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      return void response.end(gzipSync(Buffer.alloc(Number(size) * megabyte)));
    }
    const left = kind === 'endless' ? Infinity : Number(kind);
    response.writeHead(200);
    sent = 0;
    const write = (): void => {
      while (sent < left) {
        sent++;
        if (!response.write(piece)) return void response.once('drain', write);
      }
      response.end();
    };
    write();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const read = (path: string, more: { maxBytes?: number } = {}): Promise<{ body: Uint8Array }> => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createHttpClient(origin).send({ method: 'GET', url: `${origin}/${path}`, read: true, ...more });
};

test('a response of 8 MB is read whole', async () => {
  expect((await read('8')).body).toHaveLength(largestResponse);
});

test.each(['9', 'gzip/9', '60', 'gzip/200', 'endless'])('more than 8 MB is not read: %s', async (path) => {
  await expect(read(path)).rejects.toMatchObject({ name: 'ResponseTooLargeError' });
});

test('an endless response is cancelled, and is not requested again', async () => {
  await expect(read('endless', { maxBytes: megabyte })).rejects.toMatchObject({ name: 'ResponseTooLargeError' });
  const before = sent;
  await read('1');
  expect(before).toBeLessThan(40);
});
