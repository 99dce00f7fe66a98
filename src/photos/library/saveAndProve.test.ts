import fc from 'fast-check';
import { ThrottledError, UnreachableError } from '../../http';
import { PermissionError, PictureRefusedError, ServiceError } from '../api/errors';
import type { Photo, PhotoResult, PhotoService } from '../api/photoService';
import { nobody } from './pane.fixture';
import { saveAndProve, type SaveResult } from './saveAndProve';

const owner = { address: 'adele@contoso.com' };
const jpegOf = (text: string): Blob => new Blob([Uint8Array.of(0xff, 0xd8, 0xff), text], { type: 'image/jpeg' });
const mine = jpegOf('mine');
const summary = (status: number) => ({ status, code: '', requestId: '' });
const refusal = (status: number): Error => new PictureRefusedError(summary(status), 'unclear');

/** What one upload leads to: an error, whether the service stores it all the same, and whether reads show it at once. */
interface Answer {
  readonly error?: Error;
  readonly isStored: boolean;
  readonly isVisible?: boolean;
}

const answers = {
  accepted: { isStored: true },
  acceptedLate: { isStored: true, isVisible: false },
  acceptedOnly: { isStored: false },
  cutBefore: { isStored: false, error: new UnreachableError('cut') },
  cutAfter: { isStored: true, error: new UnreachableError('cut') },
  failed: { isStored: false, error: new ServiceError(summary(500)) },
  notFound: { isStored: false, error: refusal(404) },
  notFoundButStored: { isStored: true, error: refusal(404) },
  refused: { isStored: false, error: refusal(400) },
  conflict: { isStored: false, error: refusal(409) },
  failedPrecondition: { isStored: false, error: refusal(412) },
  forbidden: { isStored: false, error: new PermissionError(summary(403)) },
  throttled: { isStored: false, error: new ThrottledError(0) },
} as const satisfies Record<string, Answer>;

type AnswerName = keyof typeof answers;

/** What happens before a request of the save: another program saves or removes the photo, or the read fails. */
type Event = 'nothing' | 'otherSaves' | 'otherRemoves' | 'readFails';

/** A service that holds one photo; its eTag counts what it has stored. */
function world(uploads: readonly AnswerName[], events: readonly Event[] = []) {
  const queue = [...uploads];
  const upcoming = [...events];
  let count = 0;
  const stored = (picture: Blob) => ({ picture, eTag: `"${++count}"` });
  let held: ReturnType<typeof stored> | null = stored(jpegOf('old'));
  const asked: string[] = [];

  const next = (request: string): void => {
    asked.push(request);
    const event = upcoming.shift();
    if (event === 'otherSaves') held = stored(jpegOf(`other ${count}`));
    if (event === 'otherRemoves') held = null;
    if (event === 'readFails' && request !== 'PUT') throw new UnreachableError('down');
  };
  const metadata = (eTag: string) => ({ id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag });
  const none = { kind: 'none', reason: 'notSet' } as const;
  const getPhoto = (pictureOnly: boolean): PhotoResult =>
    held ? { kind: 'photo', picture: held.picture, metadata: pictureOnly ? null : metadata(held.eTag) } : none;
  const write = (jpeg: Blob | null): void => {
    next('PUT');
    const { error, isStored, isVisible = true }: Answer = answers[queue.shift() ?? 'accepted'];
    if (isStored && isVisible) held = jpeg && stored(jpeg);
    if (error) throw error;
  };
  const service: PhotoService = {
    ...nobody,
    getMetadata: async () => {
      next('metadata');
      return Promise.resolve(held ? metadata(held.eTag) : none);
    },
    getPhoto: async (_owner, { pictureOnly = false } = {}) => {
      next('photo');
      return Promise.resolve(getPhoto(pictureOnly));
    },
    listSizes: () => Promise.resolve([]),
    setPhoto: async (_owner, jpeg) => {
      await Promise.resolve();
      write(jpeg);
    },
    removePhoto: async () => {
      await Promise.resolve();
      write(null);
    },
  };
  return { service, asked, held: () => held, puts: () => asked.filter((one) => one === 'PUT').length };
}

const eTagIn = ({ now }: SaveResult): string | null => (now.kind === 'photo' ? now.metadata.eTag : null);

test('a save is proven by the picture that the service holds, and keeps it with its own eTag', async () => {
  const { service, held } = world(['accepted']);
  const saved = await saveAndProve(service, owner, mine, {});
  expect(saved).toMatchObject({ proven: true, now: { kind: 'photo', metadata: { eTag: held()?.eTag } } });
  expect(await (saved.now as Photo).picture.text()).toBe(await mine.text());
});

test('the photo from before is handed over before anything is written, and a failure of that ends the save', async () => {
  const { service, held, puts } = world(['accepted']);
  const old = held()?.eTag;
  const full = new Error('full');
  const onBefore = jest.fn((before: PhotoResult): Promise<void> => {
    expect([puts(), before]).toMatchObject([0, { kind: 'photo', metadata: { eTag: old } }]);
    return onBefore.mock.calls.length === 1 ? Promise.reject(full) : Promise.resolve();
  });
  await expect(saveAndProve(service, owner, mine, { onBefore })).rejects.toBe(full);
  expect(puts()).toBe(0);
  await expect(saveAndProve(service, owner, mine, { onBefore })).resolves.toMatchObject({ proven: true });
});

test('another picture with another eTag is no proof', async () => {
  // Before, the upload, and then another program's photo.
  const { service } = world(['accepted'], ['nothing', 'nothing', 'otherSaves']);
  const saving = saveAndProve(service, owner, mine, {});
  await expect(saving).rejects.toMatchObject({ name: 'UnprovenSaveError', reason: 'changedElsewhere' });
});

test('a photo that is replaced between the reads of its eTag and its picture is read once more', async () => {
  const { service } = world(['accepted'], ['nothing', 'nothing', 'nothing', 'nothing', 'otherSaves']);
  await expect(saveAndProve(service, owner, mine, {})).rejects.toMatchObject({ reason: 'changedElsewhere' });
});

test('a photo that the service does not show yet is kept without an eTag', async () => {
  const saved = await saveAndProve(world(['acceptedLate']).service, owner, mine, {});
  expect(saved).toMatchObject({ proven: false, now: { kind: 'photo', picture: mine } });
  expect(eTagIn(saved)).toBeNull();
});

test('a 404 that is no matter of size is answered by reading back and sending the same picture once more', async () => {
  const { service, asked } = world(['notFound', 'accepted']);
  const saved = await saveAndProve(service, owner, mine, {});
  expect(saved.proven).toBe(true);
  expect(asked.slice(0, 6)).toEqual(['photo', 'PUT', 'metadata', 'photo', 'metadata', 'PUT']);
});

test.each([
  ['notFound', 2],
  ['refused', 1],
  ['forbidden', 1],
  ['throttled', 1],
] as const)('%s leads to %d uploads and its own error', async (answer, puts) => {
  const played = world([answer, answer, 'accepted']);
  await expect(saveAndProve(played.service, owner, mine, {})).rejects.toBe(answers[answer].error);
  expect(played.puts()).toBe(puts);
});

test('a 404 to a picture that the service holds all the same is not answered by a second upload', async () => {
  const played = world(['notFoundButStored']);
  await expect(saveAndProve(played.service, owner, mine, {})).resolves.toMatchObject({ proven: true });
  expect(played.puts()).toBe(1);
});

test.each(['conflict', 'failedPrecondition'] as const)('a %s is a change elsewhere', async (answer) => {
  await expect(saveAndProve(world([answer]).service, owner, mine, {})).rejects.toMatchObject({
    reason: 'changedElsewhere',
  });
});

test.each([
  ['cutBefore', [], 'UnreachableError'],
  ['cutBefore', ['nothing', 'nothing', 'otherSaves'], 'UnprovenSaveError'],
  // Neither the upload nor the read was answered: nothing is known.
  ['cutAfter', ['nothing', 'nothing', 'readFails'], 'UnprovenSaveError'],
] as const)('an upload that is %s, then %j, fails with %s', async (answer, events, name) => {
  await expect(saveAndProve(world([answer], events).service, owner, mine, {})).rejects.toMatchObject({ name });
});

test('an upload whose answer was lost is proven by reading back', async () => {
  await expect(saveAndProve(world(['cutAfter']).service, owner, mine, {})).resolves.toMatchObject({ proven: true });
});

test('a removal is proven by the absence of a photo, and not by another photo', async () => {
  await expect(saveAndProve(world(['accepted']).service, owner, null, {})).resolves.toMatchObject({
    proven: true,
    now: { kind: 'none' },
  });
  const { service } = world(['accepted'], ['nothing', 'nothing', 'otherSaves']);
  await expect(saveAndProve(service, owner, null, {})).rejects.toMatchObject({ reason: 'changedElsewhere' });
});

test('in any order of answers and other writers, only what the service holds is proven', async () => {
  const upload = fc.constantFrom(...(Object.keys(answers) as AnswerName[]));
  const event = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Event>('nothing') },
    { weight: 1, arbitrary: fc.constantFrom<Event>('otherSaves', 'otherRemoves', 'readFails') },
  );
  const events = fc.array(event, { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(upload, upload), events, fc.boolean(), async (uploads, others, removes) => {
      const played = world(uploads, others);
      const saved = await saveAndProve(played.service, owner, removes ? null : mine, {}).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Error);
        return null;
      });
      expect(played.puts()).toBeLessThanOrEqual(uploads[0].startsWith('notFound') ? 2 : 1);
      if (!saved) return;
      const held = played.held();
      if (saved.proven) expect(held && (await held.picture.text())).toBe(removes ? null : await mine.text());
      // An eTag is kept with the picture that it belongs to, or not at all.
      if (eTagIn(saved) !== null) expect(eTagIn(saved)).toBe(held?.eTag);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1000) },
  );
});
