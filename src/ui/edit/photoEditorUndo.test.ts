import { UnprovenSaveError, type PhotoResult, type SaveResult } from '../../photos';
import { adele, before, createFake, me, metadata, nina, openDraft, saved, settle } from './photoEditor.fixture';

// What is undone, and by whom: a change belongs to the account that began it.

test('undo writes the photo that was there before', async () => {
  const old = new Blob(['old']);
  const answer: PhotoResult = { kind: 'photo', picture: old, metadata };
  const fake = createFake({ canRemove: () => false, save: () => Promise.resolve({ ...saved, before: answer }) });
  fake.editor.remove(me);
  await settle();
  fake.editor.undo(me);
  await settle();
  expect(fake.save.mock.calls.map(([, jpeg]: unknown[]) => jpeg)).toEqual([null, old]);
});

test('removing and undoing are shown from the click on, before the code that saves is loaded', async () => {
  const fake = createFake({ save: () => new Promise(() => undefined) });
  fake.editor.remove(me);
  expect(fake.mine().activity).toEqual({ kind: 'saving', step: 'sending' });
  const other = createFake();
  await openDraft(other);
  other.editor.save(me);
  await settle();
  expect(other.mine().activity.kind).toBe('saved');
  other.editor.undo(me);
  expect(other.mine().activity).toEqual({ kind: 'saving', step: 'sending' });
});

test('undo replaces the photo that the change led to, and another one in a retry only', async () => {
  const conflict = new UnprovenSaveError('changedElsewhere', before, null);
  const answers = [Promise.resolve(saved), Promise.reject(conflict), Promise.resolve(saved)];
  const fake = createFake({ save: () => answers.shift() ?? Promise.reject(conflict) });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  fake.editor.undo(me);
  await settle();
  const { activity } = fake.mine();
  if (activity.kind === 'failed') activity.retry();
  await settle();
  expect(fake.save.mock.calls.map(([, , options]: { replaces?: string }[]) => options?.replaces)).toEqual([
    undefined,
    'E1',
    undefined,
  ]);
});

test('what an account has begun is shown to it alone', async () => {
  const fake = createFake();
  await openDraft(fake);
  fake.switchTo(nina);
  expect(fake.mine()).toMatchObject({ draft: null, activity: { kind: 'idle' } });
  expect([fake.editor.kept, fake.editor.openDraft(fake.editor.state.value)]).toEqual([null, null]);
  fake.switchTo(adele);
  expect(fake.mine().draft).not.toBeNull();
  fake.editor.save(me);
  fake.switchTo(nina);
  await settle();
  expect(fake.mine()).toMatchObject({ activity: { kind: 'idle' }, canUndo: false });
  fake.switchTo(adele);
  expect(fake.mine()).toMatchObject({ activity: { kind: 'saved' }, canUndo: true });
});

test('a save that ends after another account has begun a change ends unseen, and closes nothing', async () => {
  let end: (result: SaveResult) => void = () => undefined;
  const fake = createFake({ save: () => new Promise((resolve) => (end = resolve)) });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  fake.switchTo(nina);
  const hers = { address: 'nina@fabrikam.com' };
  fake.editor.choose(hers, new Blob(['hers']));
  await settle();
  end(saved);
  await settle();
  expect(fake.close).not.toHaveBeenCalled();
  expect(fake.editor.stateOf(hers, fake.editor.state.value)).toMatchObject({
    draft: { owner: hers },
    activity: { kind: 'idle' },
    canUndo: false,
  });
  fake.switchTo(adele);
  expect(fake.mine()).toMatchObject({ activity: { kind: 'idle' }, canUndo: false });
});

test('a first photo cannot be undone where the service cannot remove one', async () => {
  const fake = createFake({ canRemove: () => false });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  expect(fake.mine().canUndo).toBe(false);
});
