import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { WorkerRequest, WorkerResponse, WorkerTask } from '../../src/editor/worker/protocol';
import { expect, test as base } from './story';

/** A saved picture, or why it was refused. */
export interface Outcome {
  readonly kind: WorkerResponse['kind'];
  readonly reason?: string;
  readonly fileKind?: string;
  readonly jpeg: Buffer;
}

/** The worker of the build in a page of the pane's origin, without the pane: many pictures take no longer than one. */
export class PictureWorkers {
  readonly #page: Page;
  readonly #script: string;

  constructor(page: Page, pane: string) {
    this.#page = page;
    const name = readdirSync('dist').find((one) => /^editor-worker\.\w+\.js$/.test(one)) ?? '';
    this.#script = new URL(name, pane).href;
  }

  /** Opens a picture and renders its middle square, as the editor does. */
  async save(picture: Buffer): Promise<Outcome> {
    const given = { base64: picture.toString('base64'), script: this.#script };
    const { jpeg, ...outcome } = await this.#page.evaluate(run, given);
    return { ...outcome, jpeg: Buffer.from(jpeg) };
  }
}

/** In the page. */
async function run({ base64, script }: { base64: string; script: string }) {
  const file = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
  const editor = new Worker(script);
  const ask = (task: WorkerTask): Promise<WorkerResponse> =>
    new Promise((resolve, reject) => {
      editor.onmessage = ({ data }: MessageEvent<WorkerResponse>) => resolve(data);
      editor.onerror = ({ message }) => reject(new Error(`The worker crashed: ${message}`));
      editor.postMessage({ id: 1, ...task } satisfies WorkerRequest);
    });
  let result = await ask({ kind: 'open', file });
  if (result.kind === 'opened') {
    const { width, height } = result.picture;
    const [part, other] = [(100 * Math.min(width, height)) / width, (100 * Math.min(width, height)) / height];
    const area = { x: (100 - part) / 2, y: (100 - other) / 2, width: part, height: other };
    const edit = { area, rotation: 0, flipped: false };
    result = await ask({ kind: 'render', edit, limits: { pixels: 648, bytes: 4_000_000 } });
  }
  editor.terminate();
  const jpeg = result.kind === 'rendered' ? [...new Uint8Array(await result.photo.jpeg.arrayBuffer())] : [];
  const { kind, reason, fileKind } = { reason: undefined, fileKind: undefined, ...result };
  return { kind, ...(reason && { reason }), ...(fileKind && { fileKind }), jpeg };
}

/** A test of the workers that open and save pictures. */
export const test = base.extend<{ readonly workers: PictureWorkers }>({
  workers: async ({ page, places }, use) => {
    await page.goto(new URL('signin.html', places.pane).href);
    await use(new PictureWorkers(page, places.pane));
  },
});

export { expect };
