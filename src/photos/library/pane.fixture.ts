import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { digestAtOnce } from './digest.fixture';
import type { Photo } from './service';

/** A photo that the service told with this eTag; null: the picture alone. */
export const photo = (eTag: string | null): Photo => ({
  kind: 'photo',
  picture: new Blob([Uint8Array.of(0xff, 0xd8, 0xff), eTag ?? 'picture alone'], { type: 'image/jpeg' }),
  metadata: eTag === null ? null : { id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag },
});

/** Until neither the storage nor the rest between quick looks has anything more to do. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await jest.advanceTimersByTimeAsync(10);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** For each test of a file: a storage and a clock of its own. @returns what takes a pane to be closed at its end. */
export function ownClock(): <Pane extends { close(): void }>(pane: Pane) => Pane {
  const opened: { close(): void }[] = [];
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    digestAtOnce();
  });
  afterEach(() => {
    for (const pane of opened.splice(0)) pane.close();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });
  return (pane) => {
    opened.push(pane);
    return pane;
  };
}
