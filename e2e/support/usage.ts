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

/** Keeps the object URLs that are in use. Runs in the page. */
export function recordObjectUrls(): void {
  const objectUrls = new Set<string>();
  Object.assign(window, { objectUrls });
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    revoke(url);
  };
}
