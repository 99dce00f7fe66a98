import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import type { Observable } from '../../base';
import { createPhotoService } from '../api/createPhotoService';
import { digestAtOnce } from './digest.fixture';
import { AccountCache } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { policy } from '../policy';
import type { Portrait } from './portrait';
import { createPhotoLibrary } from './photoLibrary';
import type { Addressee } from '../api/photoService';
import { accounts, people, originOf, world } from './world.fixture';

// Whatever comes in whatever order: selections, answers, failures, aborts, clock jumps, other accounts.

const serviceUrl = 'https://photos.example/v1.0';
const day = 86_400_000;

/** A large face requests metadata and picture, a small one the picture alone. */
type Face = 'large' | 'small';

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('look'), who: fc.nat(3), face: fc.constantFrom('large', 'small') }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('leave'), which: fc.nat() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer'), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fail'), which: fc.nat(), status: fc.constantFrom(0, 403, 429, 500) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('failPart'), which: fc.nat(), status: fc.constantFrom(403, 429, 500) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change'), who: fc.nat(3), removes: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait'), time: fc.constantFrom(5, 160, 1_000, 9_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('jump'), time: fc.constantFrom(2 * 3_600_000, 1.1 * day, 8 * day, -day) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reread'), who: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('account'), which: fc.nat(1) }) },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface Look {
  readonly who: string;
  readonly face: Face;
  readonly portrait: Observable<Portrait>;
  readonly leave: () => void;
}

const pictureIn = (portrait: Portrait): Blob | null => {
  if (portrait.status === 'photo') return portrait.picture;
  return portrait.status === 'failed' && portrait.stale?.result.kind === 'photo' ? portrait.stale.result.picture : null;
};
const readAtOf = (portrait: Portrait): number | null => {
  if (portrait.status === 'photo' || portrait.status === 'none') return portrait.readAt;
  return portrait.status === 'failed' ? (portrait.stale?.readAt ?? null) : null;
};
const ownerOf = (address: string): Addressee => ({ address });

/** Until the storage has nothing more to do. */
async function settled(): Promise<void> {
  for (let round = 0; round < 12; round++) {
    await jest.advanceTimersByTimeAsync(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** One life of a pane. Closed whatever becomes of it: what it left under way would disturb the next. */
async function live(steps: readonly Step[]): Promise<void> {
  const pane = openPane();
  try {
    await lead(steps, pane);
  } finally {
    pane.library.close();
  }
}

function openPane() {
  globalThis.indexedDB = new IDBFactory();
  const played = world();
  jest.spyOn(globalThis, 'fetch').mockImplementation(played.fetching);
  const accessToken = (): Promise<string> => Promise.resolve('token');
  const service = createPhotoService({ service: 'graph', serviceUrl, accessToken });
  const cache = new AccountCache(openPhotoCache(), serviceUrl, played.account);
  return { ...played, cache, library: createPhotoLibrary(service, cache) };
}

async function lead(steps: readonly Step[], pane: ReturnType<typeof openPane>): Promise<void> {
  const { account, versions, pending, most, number, lastMetadataRequest, answer, cache, library } = pane;
  const looks: Look[] = [];
  let forgottenAt = 0;
  await settled();

  const check = async (): Promise<void> => {
    expect(most()).toBeLessThanOrEqual(4);
    for (const { who, portrait } of looks) {
      const readAt = readAtOf(portrait.value);
      if (readAt !== null) expect(Date.now() - readAt).toBeLessThanOrEqual(policy.maxAge);
      const picture = pictureIn(portrait.value);
      if (picture) expect(await originOf(picture)).toMatchObject({ who, account: account.value?.address });
    }
  };

  for (const one of steps) {
    const chosen = 'which' in one ? pending[one.which % pending.length] : undefined;
    switch (one.do) {
      case 'look': {
        const { who, face } = one as { who: number; face: Face };
        const name = people[who] ?? '';
        const isAsked = looks.some(
          (look) => look.who === name && look.face === face && look.portrait.value.status === 'loading',
        );
        const portrait =
          face === 'large'
            ? library.watch(ownerOf(name), { pixels: 120, withMetadata: true })
            : library.watch(ownerOf(name), { pixels: 40, withMetadata: false });
        looks.push({ who: name, face, portrait, leave: portrait.subscribe(() => undefined) });
        const asked = number();
        await settled();
        // Two askers, one request.
        if (isAsked) expect(number()).toBe(asked);
        break;
      }
      case 'leave':
        looks.splice((one as { which: number }).which % (looks.length || 1), 1).forEach(({ leave }) => leave());
        break;
      case 'answer':
        if (chosen) answer(chosen);
        break;
      case 'fail': {
        const { status } = one as { status: number };
        if (status === 0) chosen?.fail();
        else chosen?.answer(new Response(null, { status }));
        break;
      }
      case 'failPart':
        if (chosen) answer(chosen, (one as { status: number }).status);
        break;
      case 'change': {
        const { who, removes } = one as { who: number; removes: boolean };
        versions.set(people[who] ?? '', removes ? null : (versions.get(people[who] ?? '') ?? 1) + 1);
        break;
      }
      case 'wait':
        await jest.advanceTimersByTimeAsync((one as { time: number }).time);
        break;
      case 'jump':
        jest.setSystemTime(Date.now() + (one as { time: number }).time);
        // As when the pane comes to the front again.
        await jest.advanceTimersByTimeAsync(61_000);
        break;
      case 'reread':
        library.reread(ownerOf(people[(one as { who: number }).who] ?? ''));
        break;
      case 'forget':
        forgottenAt = number();
        await Promise.all([library.forgetAll(), settled()]);
        break;
      case 'account':
        account.set({ address: accounts[(one as { which: number }).which] ?? '', tenantId: null });
        break;
    }
    await settled();
    await check();
  }

  // Cached copies belong to their person and account, and none was stored after the cache was emptied.
  const mine = account.value?.address;
  for (const who of people) {
    const [cached] = await Promise.all([cache.of(ownerOf(who)).find(0), settled()]);
    if (cached?.copy.result.kind !== 'photo') continue;
    const { copy } = cached;
    expect(Date.now() - copy.readAt).toBeLessThanOrEqual(policy.maxAge);
    const told = await originOf(cached.copy.result.picture);
    expect(told).toMatchObject({ who, account: mine });
    if (mine === accounts[0] && !steps.some((one) => one.do === 'account'))
      expect(Math.max(told.number, lastMetadataRequest(who))).toBeGreaterThan(forgottenAt);
  }
  // After anything that happened, a new watcher shows the current photo or absence once the service responds.
  for (const { leave } of looks.splice(0)) leave();
  jest.setSystemTime(Date.now() + 2 * day);
  await jest.advanceTimersByTimeAsync(21_000);
  for (const who of people) {
    const portrait = library.watch(ownerOf(who), { pixels: 120, withMetadata: true });
    const leave = portrait.subscribe(() => undefined);
    for (let round = 0; round < 6; round++) {
      await jest.advanceTimersByTimeAsync(200);
      await settled();
      for (const waiting of [...pending]) answer(waiting);
      await settled();
    }
    const picture = pictureIn(portrait.value);
    const version = versions.get(who) ?? null;
    expect({ who, version, shown: picture && Number((await picture.text()).split('|')[1]) }).toEqual({
      who,
      version,
      shown: version,
    });
    leave();
  }
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'], now: Date.UTC(2026, 10, 2) });
  digestAtOnce();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('in any order of events a face belongs to its person, its account and its time', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), live), {
    numRuns: Number(process.env['RUNS'] ?? 150),
    // Ends before Jest gives up, which could not stop it.
    interruptAfterTimeLimit: 500_000,
    markInterruptAsFailure: true,
  });
}, 550_000);
