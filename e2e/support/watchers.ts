import type { BrowserContext, ConsoleMessage, Frame } from '@playwright/test';
import type { Places } from '../../sandbox/host/window';
import type { SandboxControl } from './sandboxControl';
import { findStrayObjectUrls, recordObjectUrls } from './usage';

/** What no story may do unnoticed, beside script errors: each line is one fault. */
export interface Watchers {
  /** What has happened up to now. */
  faults(): Promise<readonly string[]>;
}

/** Everything that the sandbox and a story serve. */
const isLocal = /^(.*\.)?localhost$|^127\.|\.(example|test)$/;

/** A signed token: two parts of JSON in base64. */
const token = /eyJ[\w-]+\.eyJ[\w-]+\./;

/** Chromium's own line about a request that a story aborts, or takes the network from. */
const stopped = /^Failed to load resource: net::ERR_\w+$/;

/** Chromium's own line about an answer that is an error. */
const refused = /^Failed to load resource: the server responded with a status of \d{3} /;

/** Watches everything that pages do from now on. `control`: of the service, whose log names early requests. */
export async function watchContext(
  context: BrowserContext,
  control: SandboxControl,
  { graph }: Places,
): Promise<Watchers> {
  const faults: string[] = [];
  const service = new URL(graph).origin;
  context.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !isLocal.test(hostname)) faults.push(`request to ${origin}`);
  });
  context.on('console', (message) => {
    if (isError(message, service)) faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (token.test(frame.url())) faults.push(`a token in the address of ${new URL(frame.url()).pathname}`);
    });
  });
  await context.addInitScript(recordObjectUrls);
  return {
    async faults() {
      const log = await control.log();
      // Stories read photos themselves, each by a GET; the pane reads in batches.
      const early = log
        .filter((one) => one.early && one.method !== 'GET')
        .map(({ path }) => `before the end of a pause: ${path}`);
      // A page that was opened and not used has no storage.
      const frames = context.pages().flatMap((page) => page.frames().filter((frame) => /^https?:/.test(frame.url())));
      const [stored, stray] = await Promise.all([
        Promise.all(frames.map(readStorage)),
        Promise.all(frames.map(findStrayObjectUrls)),
      ]);
      const tokens = stored.filter((text) => token.test(text)).map(() => 'a token in the storage');
      return [...faults, ...early, ...tokens, ...stray.flat()];
    },
  };
}

/** Whether a line of the console is an error, other than the answers that a story orders from the service. */
function isError(message: ConsoleMessage, service: string): boolean {
  const [text, { url }] = [message.text(), message.location()];
  // Chromium asks for the icon of a page that has a tab of its own.
  const isExpected =
    stopped.test(text) || (refused.test(text) && (url.startsWith(`${service}/`) || url.endsWith('/favicon.ico')));
  return message.type() === 'error' && !isExpected;
}

/** Everything in a frame's storage as a text; empty where it may not be read, or where the frame is gone. */
async function readStorage(frame: Frame): Promise<string> {
  const [texts, databases, caches] = await Promise.all(
    [readTexts, readDatabases, readCaches].map((read) => frame.evaluate(read).catch(() => '')),
  );
  return [texts, databases, caches].join('\n');
}

/** Runs in the page, as do the next two. */
function readTexts(): string {
  return JSON.stringify([localStorage, sessionStorage]);
}

async function readDatabases(): Promise<string> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('The request failed')));
      request.addEventListener('blocked', () => reject(new Error('The database is blocked')));
    });
  const asText = (_key: string, value: unknown): unknown =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value;
  const texts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const content = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([settled(content.getAllKeys()), settled(content.getAll())]);
      texts.push(JSON.stringify([keys, values], asText));
    }
    database.close();
  }
  return texts.join('\n');
}

async function readCaches(): Promise<string> {
  const texts: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url, headers } of await cache.keys()) {
      const response = await cache.match(url);
      texts.push(url, JSON.stringify([...headers]), (await response?.text()) ?? '');
    }
  }
  return texts.join('\n');
}
