import type { Addressee } from '../../photos';
import { usePaneReload, type PaneReload } from '../reload/paneReload';
import { useObservable, useServices, type Services } from '../services';
import type { Draft } from './draft';
import { PhotoEditor, type OwnerState } from './photoEditor';

/** One photo editor for each pane. It outlives the screens, so that a draft stays open while another tab is shown. */
const photoEditors = new WeakMap<Services, PhotoEditor>();

/** Changing one owner's photo: its state, and the editor that changes it. */
export interface PhotoEditing extends OwnerState {
  readonly owner: Addressee;
  readonly editor: PhotoEditor;
}

/** The pane's photo editor, and its state for the photo that a screen shows. */
export function usePhotoEditor(owner: Addressee): PhotoEditing {
  const editor = photoEditorOf(useServices(), usePaneReload());
  return { owner, editor, ...editor.stateOf(owner, useObservable(editor.state)) };
}

/** The open picture of any person; null without one. */
export function useOpenDraft(): Draft | null {
  return useObservable(photoEditorOf(useServices(), usePaneReload()).state).draft;
}

function photoEditorOf(services: Services, reload: PaneReload): PhotoEditor {
  const existing = photoEditors.get(services);
  if (existing) return existing;
  const editor = new PhotoEditor(services);
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
