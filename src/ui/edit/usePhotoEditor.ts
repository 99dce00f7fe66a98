import { savePhoto, type Addressee } from '../../photos';
import { usePaneReload, type PaneReload } from '../reload/paneReload';
import { useObservable, useServices, type Services } from '../services';
import type { Draft } from './draft';
import type { OwnerState } from './editorState';
import { PhotoEditor } from './photoEditor';

/** One photo editor for each pane. It outlives the screens, so that a draft stays open while another tab is shown. */
const photoEditors = new WeakMap<Services, PhotoEditor>();

/** Changing one owner's photo: its state, and the editor that changes it. */
export interface PhotoEditing extends OwnerState {
  readonly owner: Addressee;
  readonly editor: PhotoEditor;
}

/** The pane's photo editor, and its state for the photo that a screen shows. */
export function usePhotoEditor(owner: Addressee): PhotoEditing {
  const editor = useEditor();
  return { owner, editor, ...editor.stateOf(owner, useObservable(editor.state)) };
}

/** The open picture of any person; null without one. */
export function useOpenDraft(): Draft | null {
  const editor = useEditor();
  return editor.openDraft(useObservable(editor.state));
}

/** The editor; the component is drawn again when the account changes, which decides what is shown. */
function useEditor(): PhotoEditor {
  const services = useServices();
  useObservable(services.mailbox.me);
  useObservable(services.library.me);
  return photoEditorOf(services, usePaneReload());
}

function photoEditorOf(services: Services, reload: PaneReload): PhotoEditor {
  const existing = photoEditors.get(services);
  if (existing) return existing;
  const { library, mailbox } = services;
  const editor = new PhotoEditor({
    ...services,
    save: (owner, jpeg, options) => savePhoto(library.saving, owner, jpeg, options),
    account: () => ({ mailbox: mailbox.me.value?.address ?? null, me: library.me.value?.objectId ?? null }),
  });
  photoEditors.set(services, editor);
  reload.keep(() => editor.kept);
  void reopen(editor, reload);
  return editor;
}

/** Opens the picture that was not saved before the pane was reloaded. */
async function reopen(editor: PhotoEditor, { kept }: PaneReload): Promise<void> {
  const file = await kept?.file;
  if (!file || !kept?.picture) return;
  const { address, position } = kept.picture;
  editor.choose({ address }, file, position ?? undefined);
}
