import type { BrowserContext, Frame } from '@playwright/test';
import type { SandboxControl } from './sandboxControl';

/** What no story may do unnoticed, beside script errors: each line is one fault. */
export interface Watchers {
  /** What has happened up to now. */
  faults(): Promise<readonly string[]>;
}

/** Everything that the sandbox and a story serve. */
const isLocal = /^(.*\.)?localhost$|^127\.|\.(example|test)$/;

/** A signed token: two parts of JSON in base64. */
const token = /eyJ[\w-]+\.eyJ[\w-]+\./;

/** Watches everything that pages do from now on. `control`: of the service, whose log names early requests. */
export function watchContext(context: BrowserContext, control: SandboxControl): Watchers {
  const faults: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !isLocal.test(hostname)) faults.push(`request to ${origin}`);
  });
  return {
    async faults() {
      const log = await control.log();
      // Stories read photos themselves, each by a GET; the pane reads in batches.
      const early = log
        .filter((one) => one.early && one.method !== 'GET')
        .map(({ path }) => `before the end of a pause: ${path}`);
      const frames = context.pages().flatMap((page) => page.frames());
      const stored = (await Promise.all(frames.map(readStorage))).filter((text) => token.test(text));
      return [...faults, ...early, ...stored.map(() => 'a token in the storage')];
    },
  };
}

/** The texts in a frame's storage; empty where it may not be read, or where the frame is gone. */
function readStorage(frame: Frame): Promise<string> {
  return frame.evaluate(() => JSON.stringify([localStorage, sessionStorage])).catch(() => '');
}
