import { EditorNotLoadedError, PictureUnusableError } from '../../editor';
import {
  PermissionError,
  PictureRefusedError,
  UnprovenSaveError,
  type PhotoResult,
  type SaveResult,
} from '../../photos';
import type { EditingAccount, OwnerState } from './editorState';
import { PhotoEditor, type PhotoEditorServices } from './photoEditor';

const picture = { width: 1000, height: 1000, preview: new Blob() };
const photo = new Blob(['jpeg']);
const smaller = new Blob(['jp']);
const metadata = { id: '648X648', width: 648, height: 648, contentType: 'image/jpeg', eTag: 'E1' };
const before: PhotoResult = { kind: 'none', reason: 'notSet' };
const saved: SaveResult = { before, now: { kind: 'photo', picture: photo, metadata }, proven: true };

type Open = PhotoEditorServices['editor']['open'];

const adele: EditingAccount = { mailbox: 'adele@contoso.com', me: 'A' };
const nina: EditingAccount = { mailbox: 'nina@fabrikam.com', me: 'N' };

interface Fake {
  /** Outlook shows another account's mailbox from now on. */
  readonly switchTo: (account: EditingAccount) => void;
  readonly close: jest.Mock;
  readonly editor: PhotoEditor;
  readonly save: jest.Mock;
  readonly render: jest.Mock;
  readonly reread: jest.Mock;
  readonly mine: () => OwnerState;
}

type FakeServices = Partial<PhotoEditorServices['library'] & Pick<PhotoEditorServices, 'save'>> & {
  readonly open?: Open;
};

function createFake(services: FakeServices = {}): Fake {
  let account = adele;
  const save = jest.fn(services.save ?? (() => Promise.resolve(saved)));
  const reread = jest.fn();
  const close = jest.fn();
  const render = jest.fn((_edit: unknown, { pixels }: { pixels: number }) =>
    Promise.resolve({ jpeg: pixels === 648 ? photo : smaller, pixels }),
  );
  const editor = new PhotoEditor({
    editor: { open: services.open ?? (() => Promise.resolve(picture)), render, close },
    library: { reread, canRemove: services.canRemove ?? (() => true) },
    save,
    account: () => account,
    allowWriting: () => Promise.resolve(),
  });
  const switchTo = (next: EditingAccount): void => void (account = next);
  return { editor, save, render, reread, close, switchTo, mine: () => editor.stateOf(me, editor.state.value) };
}

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

const me = { address: 'adele@contoso.com' };

/** Waits until the promises that have resolved by now have run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function openDraft(fake: Fake): Promise<void> {
  fake.editor.choose(me, new Blob(['file']));
  expect(fake.mine().activity.kind).toBe('opening');
  await settle();
  fake.editor.edit({ area: { x: 0, y: 0, width: 100, height: 100 } });
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
