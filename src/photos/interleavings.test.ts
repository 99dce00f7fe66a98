import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { observable, type Observable } from '../base';
import { createPhotoService } from './create';
import { digestAtOnce } from './digest.fixture';
import { keeping, type Account } from './kept/keeping';
import { keptLimits, openKeptStore } from './kept/store';
import type { Portrait } from './portrait';
import { createPortraits } from './portraits';
import type { PhotoOwner } from './service';

// Whatever comes in whatever order: selections, answers, failures, aborts, clock jumps, other accounts. The network is
// played here, since neither a week nor an answer's place among others can be had from a real one.

const serviceUrl = 'https://photos.example/v1.0';
const people = ['ann@x.example', 'bob@x.example', 'cem@x.example', 'me'] as const;
const accounts = ['a@x.example', 'b@x.example'];
const day = 86_400_000;

/** A large face asks for metadata and picture, a small one for the picture alone. */
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

interface Pending {
  readonly paths: readonly string[];
  readonly asked: { readonly account: string; readonly number: number };
  answer(response: Response): void;
  fail(): void;
}

/** The service, as the tests play it: what everybody's photo is, and the requests that wait for an answer. */
function world() {
  const versions = new Map<string, number | null>(people.map((who) => [who, 1]));
  const pending: Pending[] = [];
  const account = observable<Account | null>({ address: accounts[0] ?? '', tenantId: null });
  let number = 0;
  let most = 0;

  const fetching = (_url: unknown, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { requests } = JSON.parse(init.body as string) as { requests: { url: string }[] };
      const one: Pending = {
        paths: requests.map(({ url }) => url),
        asked: { account: account.value?.address ?? '', number: ++number },
        answer: (response) => done(() => resolve(response)),
        fail: () => done(() => reject(new TypeError('Failed to fetch'))),
      };
      const done = (settle: () => void): void => {
        if (pending.includes(one)) pending.splice(pending.indexOf(one), 1);
        settle();
      };
      init.signal?.addEventListener('abort', () => done(() => reject(init.signal?.reason as Error)));
      pending.push(one);
      most = Math.max(most, pending.length);
    });

  const part = (path: string, { asked }: Pending): object => {
    const who =
      people.find((one) => path.includes(encodeURIComponent(one)) || (one === 'me' && path.startsWith('/me'))) ?? '';
    const version = versions.get(who) ?? null;
    if (version === null) return { status: 404, body: { error: { code: 'ImageNotFound' } } };
    if (!path.endsWith('$value')) {
      const etag = `"${version}"`;
      return { status: 200, body: { id: '648x648', width: 648, height: 648, '@odata.mediaEtag': etag } };
    }
    const text = [who, version, asked.account, asked.number].join('|');
    const body = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(text)]).toString('base64');
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, body };
  };

  return {
    account,
    versions,
    pending,
    fetching,
    most: () => most,
    number: () => number,
    /** `broken`: the status of its first part. */
    answer: (one: Pending, broken: number | null = null): void => {
      const responses = one.paths.map((path, index) => ({
        id: String(index + 1),
        ...(broken !== null && index === 0 ? { status: broken } : part(path, one)),
      }));
      one.answer(Response.json({ responses }));
    },
  };
}

interface Look {
  readonly who: string;
  readonly face: Face;
  readonly portrait: Observable<Portrait>;
  readonly leave: () => void;
}

const pictureIn = (portrait: Portrait): Blob | null => {
  if (portrait.status === 'photo') return portrait.picture;
  return portrait.status === 'failed' && portrait.stale?.kind === 'photo' ? portrait.stale.picture : null;
};
const readAtOf = (portrait: Portrait): number | null => {
  if (portrait.status === 'photo' || portrait.status === 'none') return portrait.readAt;
  return portrait.status === 'failed' ? (portrait.stale?.readAt ?? null) : null;
};
/** Who a picture is of, its version, for whom it was asked, and by which request. */
const toldBy = async (picture: Blob): Promise<{ who: string; account: string; number: number }> => {
  const [who = '', , account = '', number] = (await picture.text()).replace(/^[^a-z]*/, '').split('|');
  return { who, account, number: Number(number) };
};
const ownerOf = (who: string): PhotoOwner => (who === 'me' ? 'me' : { address: who });

/** Until the storage has nothing more to do. */
async function settled(): Promise<void> {
  for (let round = 0; round < 12; round++) {
    await jest.advanceTimersByTimeAsync(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function live(steps: readonly Step[]): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  const { account, versions, pending, fetching, most, number, answer } = world();
  jest.spyOn(globalThis, 'fetch').mockImplementation(fetching);
  const accessToken = (): Promise<string> => Promise.resolve('token');
  const service = createPhotoService({ service: 'graph', serviceUrl, accessToken });
  const kept = keeping(service, openKeptStore(), serviceUrl, account);
  const portraits = createPortraits(kept);
  const looks: Look[] = [];
  let forgottenAt = 0;
  await settled();

  const check = async (): Promise<void> => {
    expect(most()).toBeLessThanOrEqual(4);
    for (const { who, portrait } of looks) {
      const readAt = readAtOf(portrait.value);
      if (readAt !== null) expect(Date.now() - readAt).toBeLessThanOrEqual(keptLimits.age);
      const picture = pictureIn(portrait.value);
      if (picture) expect(await toldBy(picture)).toMatchObject({ who, account: account.value?.address });
    }
  };

  for (const one of steps) {
    const chosen = 'which' in one ? pending[one.which % pending.length] : undefined;
    switch (one.do) {
      case 'look': {
        const { who, face } = one as { who: number; face: Face };
        const name = people[who] ?? 'me';
        const isAsked = looks.some(
          (look) => look.who === name && look.face === face && look.portrait.value.status === 'loading',
        );
        const portrait = face === 'large' ? portraits.of(ownerOf(name), 120) : portraits.pictureOf(ownerOf(name), 40);
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
        versions.set(people[who] ?? 'me', removes ? null : (versions.get(people[who] ?? 'me') ?? 1) + 1);
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
        portraits.reread(ownerOf(people[(one as { who: number }).who] ?? 'me'));
        break;
      case 'forget':
        forgottenAt = number();
        await Promise.all([portraits.forgetAll(), settled()]);
        break;
      case 'account':
        account.set({ address: accounts[(one as { which: number }).which] ?? '', tenantId: null });
        break;
    }
    await settled();
    await check();
  }

  // What is kept belongs to its person and its account, and nothing came after all was forgotten.
  const mine = account.value?.address;
  for (const who of people) {
    const [copy] = await Promise.all([kept.shelf(ownerOf(who)).find(), settled()]);
    if (copy?.answer.kind !== 'photo') continue;
    expect(Date.now() - copy.readAt).toBeLessThanOrEqual(keptLimits.age);
    const told = await toldBy(copy.answer.picture);
    expect(told).toMatchObject({ who, account: mine });
    if (mine === accounts[0] && !steps.some((one) => one.do === 'account'))
      expect(told.number).toBeGreaterThan(forgottenAt);
  }
  // Whatever happened before: who looks now sees today's photo, or today's reason, once the service answers.
  for (const { leave } of looks.splice(0)) leave();
  jest.setSystemTime(Date.now() + 2 * day);
  await jest.advanceTimersByTimeAsync(21_000);
  for (const who of people) {
    const portrait = portraits.of(ownerOf(who), 120);
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
  portraits.close();
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'], now: Date.UTC(2026, 10, 2) });
  digestAtOnce();
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('whatever happens in whatever order, a face belongs to its person, its account and its time', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), live), {
    numRuns: Number(process.env['RUNS'] ?? 300),
  });
}, 120_000);
