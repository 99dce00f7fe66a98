import { EditorNotLoadedError, PictureUnusableError } from '../../editor';
import { PermissionError, PictureRefusedError } from '../../photos';
import { createFake, me, openDraft, photo, saved, settle } from './photoEditor.fixture';

const { fetch } = globalThis;

beforeEach(() => stubPage('old', 'old'));
afterEach(() => {
  Object.assign(globalThis, { fetch });
  for (const name of ['document', 'location']) Reflect.deleteProperty(globalThis, name);
});

/** A page of one build, at an address that has the page of another one now. */
function stubPage(build: string, current: string): void {
  Object.assign(globalThis, {
    document: { documentElement: { dataset: { build } } },
    location: { pathname: '/taskpane.html', search: '' },
    fetch: () => Promise.resolve(new Response(`<html lang="en" data-build="${current}">`)),
  });
}

test('a picture whose area is not known yet is not saved', async () => {
  const fake = createFake();
  fake.editor.choose(me, new Blob(['file']));
  await settle();
  fake.editor.save(me);
  await settle();
  expect(fake.mine()).toMatchObject({ draft: { owner: me, area: null }, activity: { kind: 'idle' } });
  expect(fake.render).not.toHaveBeenCalled();
});

test('a chosen file becomes a draft, and saving it closes the draft', async () => {
  const fake = createFake();
  await openDraft(fake);
  expect(fake.mine()).toMatchObject({ draft: { owner: me, zoom: 1 }, activity: { kind: 'idle' } });
  fake.editor.save(me);
  expect(fake.mine().activity).toEqual({ kind: 'saving', step: 'sending' });
  await settle();
  expect(fake.mine()).toEqual({
    draft: null,
    activity: { kind: 'saved', pixels: 648, eTag: 'E1', isReduced: false },
    canUndo: true,
    refusal: null,
  });
});

test('a draft is shown for its owner only', async () => {
  const fake = createFake();
  await openDraft(fake);
  expect(fake.editor.stateOf({ address: 'megan@contoso.com' }, fake.editor.state.value)).toEqual({
    draft: null,
    activity: { kind: 'idle' },
    canUndo: false,
    refusal: null,
  });
});

test('a picture that is too large for the directory is sent once more, smaller, which is said', async () => {
  const refused = new PictureRefusedError({ status: 413, code: '', requestId: '' }, 'tooLarge');
  const answers = [Promise.reject(refused), Promise.resolve(saved)];
  const fake = createFake({ save: () => answers.shift() ?? Promise.reject(refused) });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  expect(fake.render.mock.calls.map(([, limits]: unknown[]) => limits)).toMatchObject([
    { pixels: 648 },
    { pixels: 360 },
  ]);
  expect(fake.mine().activity).toMatchObject({ kind: 'saved', isReduced: true });
});

test.each(['unclear', 'badPicture', 'noMailbox'] as const)(
  'a refusal that is %s makes no picture smaller',
  async (reason) => {
    const refused = new PictureRefusedError({ status: 404, code: '', requestId: '' }, reason);
    const fake = createFake({ save: () => Promise.reject(refused) });
    await openDraft(fake);
    fake.editor.save(me);
    await settle();
    expect(fake.render).toHaveBeenCalledTimes(1);
    expect(fake.mine()).toMatchObject({ draft: { owner: me }, activity: { kind: 'failed', error: refused } });
  },
);

test('a write that the organization does not allow turns Save off, and the draft can be kept as a file', async () => {
  const refused = new PermissionError({ status: 403, code: '', requestId: '' });
  const fake = createFake({ save: () => Promise.reject(refused) });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  expect(fake.mine().refusal).toBe(refused);
  const saveFile = jest.fn();
  fake.editor.download(me, saveFile);
  await settle();
  expect(saveFile).toHaveBeenCalledWith(photo);
  expect(fake.mine()).toMatchObject({ draft: { owner: me }, activity: { kind: 'failed' } });
});

test('a failed save keeps the draft and can be retried', async () => {
  const failure = new Error('no connection');
  const answers = [Promise.reject(failure), Promise.resolve(saved)];
  const fake = createFake({ save: () => answers.shift() ?? Promise.reject(failure) });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  const { activity, draft } = fake.mine();
  expect(draft).not.toBeNull();
  if (activity.kind !== 'failed') throw new Error(`The activity is ${activity.kind}`);
  expect(activity.error).toBe(failure);
  activity.retry();
  await settle();
  expect(fake.mine().activity.kind).toBe('saved');
});

test('cancelling a save aborts it, keeps the draft and reads the photo again', async () => {
  const fake = createFake({
    save: (_owner, _jpeg, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
  });
  await openDraft(fake);
  fake.editor.save(me);
  await settle();
  fake.editor.cancel(me);
  await settle();
  expect(fake.mine()).toMatchObject({ draft: { owner: me }, activity: { kind: 'idle' } });
  expect(fake.reread).toHaveBeenCalledWith(me);
});

test('a second change is ignored while one is in flight', async () => {
  const fake = createFake({ save: () => new Promise(() => undefined) });
  fake.editor.remove(me);
  fake.editor.remove(me);
  await settle();
  expect(fake.save).toHaveBeenCalledTimes(1);
});

test('what a reload keeps is the chosen file and its position, until it is saved or cancelled', async () => {
  const fake = createFake();
  const file = new Blob(['file']);
  const position = { crop: { x: 1, y: 2 }, zoom: 3, quarters: 1, angle: 5, flipped: true };
  expect(fake.editor.kept).toBeNull();
  fake.editor.choose(me, file, position);
  expect(fake.editor.kept).toEqual({ picture: { address: me.address, position: null }, file });
  await settle();
  expect(fake.mine().draft).toMatchObject(position);
  fake.editor.edit({ zoom: 4, area: { x: 0, y: 0, width: 100, height: 100 } });
  expect(fake.editor.kept).toEqual({ picture: { address: me.address, position: { ...position, zoom: 4 } }, file });
  fake.editor.save(me);
  await settle();
  expect(fake.editor.kept).toBeNull();
  await openDraft(fake);
  fake.editor.cancel(me);
  expect(fake.editor.kept).toBeNull();
});

test('a file whose editor did not load is kept, an unusable one is not', async () => {
  const errors = [new EditorNotLoadedError(), new PictureUnusableError('heic')];
  const fake = createFake({ open: () => Promise.reject(errors.shift() ?? new Error('Opened too often')) });
  await openDraft(fake);
  const { activity } = fake.mine();
  expect(activity).toMatchObject({ kind: 'failed', error: { name: 'EditorNotLoadedError' } });
  expect(fake.editor.kept).not.toBeNull();
  if (activity.kind === 'failed') activity.retry();
  await settle();
  expect(fake.mine().activity).toMatchObject({ error: { name: 'PictureUnusableError' } });
  expect(fake.editor.kept).toBeNull();
});

test('where another build has replaced the page, an editor that does not load is a new version', async () => {
  stubPage('old', 'new');
  const fake = createFake({ open: () => Promise.reject(new EditorNotLoadedError()) });
  await openDraft(fake);
  expect(fake.mine().activity).toMatchObject({ kind: 'failed', error: { name: 'NewVersionError' } });
});

test('something that is not an image file is reported without opening it', () => {
  const fake = createFake();
  fake.editor.choose(me, null);
  expect(fake.mine().activity).toEqual({ kind: 'notAnImage' });
});
