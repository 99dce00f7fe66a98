import type { SaveResult } from '../../photos';
import type { EditingAccount, OwnerState } from './editorState';
import { PhotoEditor, type PhotoEditorServices } from './photoEditor';

/** An opened picture, its photo, and what a save of it leads to. */
const picture = { width: 1000, height: 1000, preview: new Blob() };
export const photo = new Blob(['jpeg']);
const smaller = new Blob(['jp']);
export const metadata = { id: '648X648', width: 648, height: 648, contentType: 'image/jpeg', eTag: 'E1' };
export const before = { kind: 'none', reason: 'notSet' } as const;
export const saved: SaveResult = { before, now: { kind: 'photo', picture: photo, metadata }, proven: true };

type Open = PhotoEditorServices['editor']['open'];

export const adele: EditingAccount = { mailbox: 'adele@contoso.com', me: 'A' };
export const nina: EditingAccount = { mailbox: 'nina@fabrikam.com', me: 'N' };

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

/** An editor whose services the test may replace. */
export function createFake(services: FakeServices = {}): Fake {
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

export const me = { address: 'adele@contoso.com' };

/** Waits until the promises that have resolved by now have run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Chooses a file, and its whole area. */
export async function openDraft(fake: Fake): Promise<void> {
  fake.editor.choose(me, new Blob(['file']));
  expect(fake.mine().activity.kind).toBe('opening');
  await settle();
  fake.editor.edit({ area: { x: 0, y: 0, width: 100, height: 100 } });
}
