import type { Photo, PhotoMetadata, PhotoOptions, PhotoResult } from '../api/photoService';
import type { CachedCopy } from '../cache/accountCache';
import type { Copy, ReplacedPhoto } from '../cache/copy';
import { readPhoto, type ReadContext } from './readPhoto';
import { Session } from './session';

const megan = { address: 'megan@contoso.com' };
const size = { pixels: 120, withMetadata: true };
const day = 86_400_000;

const photo = (eTag: string): Photo & { readonly metadata: PhotoMetadata } => ({
  kind: 'photo',
  picture: new Blob([eTag]),
  metadata: { id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag },
});
const copy = (result: Photo, age = 0): Copy => ({
  result,
  readAt: Date.now() - age,
  pixels: 120,
  origin: 'cache',
  session: 0,
  tenantId: null,
});

/** A read whose steps are recorded in order. */
function reading(
  answer: PhotoResult | Error,
  inMemory: readonly Copy[] = [],
  cached: CachedCopy | null = null,
  sides: readonly number[] = [],
) {
  const left = [...sides];
  const steps: string[] = [];
  const saved: { copy: Copy; replaced: ReplacedPhoto | null }[] = [];
  const step = <T>(name: string, value: T): T => {
    steps.push(name);
    return value;
  };
  const session = new Session();
  const context = {
    session,
    service: {
      getPhoto: (_owner: unknown, { eTag }: PhotoOptions) =>
        step(`api ${eTag ?? ''}`.trim(), answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)),
    },
    cache: {
      of: () => ({
        find: () => Promise.resolve(step('cache', cached)),
        save: (one: Copy, replaced: ReplacedPhoto | null) => {
          saved.push({ copy: one, replaced });
          return Promise.resolve(steps.push('save')).then(() => undefined);
        },
        remove: () => Promise.resolve(),
      }),
    },
    copies: {
      of: () => inMemory,
      showMeanwhile: () => void steps.push('show'),
      share: () => void steps.push('share'),
    },
    shorterSide: () => Promise.resolve(left.shift() ?? 648),
    debounce: () => Promise.resolve(steps.push('debounce')).then(() => undefined),
  } as unknown as ReadContext;
  const read = (signal = new AbortController().signal): Promise<Copy> => readPhoto(context, megan, size, signal);
  return { read, steps, saved, session };
}

test('an unknown person: cache, debounce, service, cache, other sizes', async () => {
  const { read, steps } = reading(photo('"1"'));
  expect(await read()).toMatchObject({ origin: 'service', pixels: 120, result: photo('"1"') });
  expect(steps).toEqual(['cache', 'debounce', 'api', 'save', 'share']);
});

test('a fresh copy in memory needs nothing else', async () => {
  const known = copy(photo('"1"'));
  const { read, steps } = reading(photo('"2"'), [known]);
  expect(await read()).toBe(known);
  expect(steps).toEqual([]);
});

test('a fresh copy in the cache needs no request', async () => {
  const known = copy(photo('"1"'));
  const { read, steps } = reading(photo('"2"'), [], { copy: known, replaced: null });
  expect(await read()).toBe(known);
  expect(steps).toEqual(['cache']);
});

test('a stale copy is shown while the service is requested with its eTag', async () => {
  const old = photo('"1"');
  const known = copy(old, day + 1);
  const { read, steps } = reading({ kind: 'unchanged', metadata: old.metadata }, [], { copy: known, replaced: null });
  const renewed = await read();
  expect(renewed).toMatchObject({ result: known.result, origin: 'service' });
  expect(renewed.readAt).toBeGreaterThan(known.readAt);
  expect(steps).toEqual(['cache', 'show', 'debounce', 'api "1"', 'save', 'share']);
});

test('an answer that still reports the replaced photo keeps the saved one', async () => {
  const known = copy(photo('"new"'), day + 1);
  const replaced = { eTag: '"old"', until: Date.now() + day };
  const { read, saved } = reading(photo('"old"'), [], { copy: known, replaced });
  expect((await read()).result).toBe(known.result);
  expect(saved).toMatchObject([{ replaced }]);
});

test('a read that is aborted during the debounce sends no request', async () => {
  const { read, steps } = reading(photo('"1"'));
  const leaving = new AbortController();
  const result = read(leaving.signal);
  leaving.abort();
  await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  expect(steps).not.toContain('api');
});

test('a failure without a response is recorded, and stored nowhere', async () => {
  const { read, steps, session } = reading(new Error('down'));
  await expect(read()).rejects.toThrow('down');
  expect(session.lastResponse('@megan@contoso.com')).toMatchObject({ response: null });
  expect(steps).not.toContain('save');
});

test('a picture that cannot be drawn is an error, and is neither kept nor shown', async () => {
  const { read, steps, saved } = reading(photo('"1"'), [], null, [0]);
  await expect(read()).rejects.toMatchObject({ name: 'UnexpectedAnswerError', content: null, status: 200 });
  expect([steps, saved]).toEqual([['cache', 'debounce', 'api'], []]);
});

test('a single pixel stands for no photo', async () => {
  const { read } = reading(photo('"1"'), [], null, [1]);
  expect((await read()).result).toMatchObject({ kind: 'none', reason: 'notSet' });
});

test.each([0, 1])('a cached picture of %i pixels is not shown: the service is requested', async (side) => {
  const cached = { copy: copy(photo('"1"')), replaced: null };
  const { read, steps } = reading(photo('"2"'), [], cached, [side]);
  expect((await read()).result).toMatchObject(photo('"2"'));
  expect(steps).toEqual(['cache', 'debounce', 'api', 'save', 'share']);
});
