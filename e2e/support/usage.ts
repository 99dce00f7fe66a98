import type { CDPSession, Frame } from '@playwright/test';

/** What the window and the pane hold after a garbage collection. */
export interface Usage {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Object URLs that were created and not revoked. */
  readonly objectUrls: number;
}

/** `session`: of the window, with `Performance.enable`; `frame`: where `recordObjectUrls` runs. */
export async function measureUsage(session: CDPSession, frame: Frame): Promise<Usage> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  const objectUrls = await frame.evaluate(() => (window as unknown as { objectUrls: Set<string> }).objectUrls.size);
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners'), objectUrls };
}

/** What `recordObjectUrls` has recorded. */
interface Recorded {
  /** Object URLs that were created and not revoked. */
  readonly objectUrls?: Set<string>;
  /** Images that a script has made: the pane keeps faces decoded in them, in no document. */
  readonly made?: Set<HTMLImageElement>;
}

/** Records object URLs from now on. Runs in the page. */
export function recordObjectUrls(): void {
  if ('objectUrls' in window) return;
  const objectUrls = new Set<string>();
  const made = new Set<HTMLImageElement>();
  Object.assign(window, { objectUrls, made });
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    for (const image of made) if (image.src === url) made.delete(image);
    revoke(url);
  };
  window.Image = new Proxy(Image, {
    construct(target, size: [number?, number?]) {
      const image = new target(...size);
      made.add(image);
      return image;
    },
  });
}

/** Faces that the pane keeps although it draws them nowhere: `unusedLimit` of `src/ui/person/objectUrls.ts`. */
const keptFaces = 60;

/** Object URLs that a frame has left over: neither drawn, nor a face that is kept. None where the frame is gone. */
export async function findStrayObjectUrls(frame: Frame): Promise<readonly string[]> {
  // What has just left the page is revoked after the next frame.
  await frame.waitForFunction(hasNoStray, keptFaces, { polling: 50, timeout: 1_000 }).catch(() => undefined);
  const isClean = await frame.evaluate(hasNoStray, keptFaces).catch(() => true);
  return isClean ? [] : ['an object URL that is neither drawn nor a kept face'];
}

/** Runs in the page. */
function hasNoStray(limit: number): boolean {
  const { objectUrls = new Set(), made = new Set() } = window as unknown as Recorded;
  const drawn = new Set([...document.images].map(({ src }) => src));
  const kept = new Set([...made].map(({ src }) => src));
  const unused = [...objectUrls].filter((url) => !drawn.has(url));
  return unused.length <= limit && unused.every((url) => kept.has(url));
}
