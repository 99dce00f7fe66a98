import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { digestAtOnce } from './digest.fixture';
import { observable } from '../../base';
import type { Photo, PhotoService } from '../api/photoService';

/** The part of a service that knows who the token is for, and whom a name belongs to; there is no token here. */
export const nobody: Pick<PhotoService, 'me' | 'people' | 'isShown' | 'identifyMe' | 'endPauses'> = {
  me: observable(null),
  people: null,
  isShown: () => Promise.resolve(true),
  identifyMe: () => Promise.resolve(),
  endPauses: () => undefined,
};

const refuse = (): Promise<never> => Promise.reject(new Error('not asked here'));

/** A service that only reads photos; the test says which. */
export const reader: Omit<PhotoService, 'getPhoto'> = {
  ...nobody,
  getMetadata: refuse,
  listSizes: () => Promise.resolve([]),
  setPhoto: refuse,
  removePhoto: null,
};

/** A photo with this eTag; null: the picture without metadata. */
export const photo = (eTag: string | null): Photo => ({
  kind: 'photo',
  picture: new Blob([Uint8Array.of(0xff, 0xd8, 0xff), eTag ?? 'picture alone'], { type: 'image/jpeg' }),
  metadata: eTag === null ? null : { id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag },
});

/** Resolves when neither the storage nor the debounce has anything pending. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await jest.advanceTimersByTimeAsync(10);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Gives each test of a file its own storage and clock. @returns a function that registers a library to close at the end. */
export function useOwnClock(): <Closable extends { close(): void }>(one: Closable) => Closable {
  const opened: { close(): void }[] = [];
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    digestAtOnce();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) one.close();
    // What is still in flight would set timers of the real clock.
    await settled();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });
  return (one) => {
    opened.push(one);
    return one;
  };
}
