import type { Addressee } from '../../photos';
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
  const editor = photoEditorOf(useServices());
  return { owner, editor, ...editor.stateOf(owner, useObservable(editor.state)) };
}

/** The open picture of any person; null without one. */
export function useOpenDraft(): Draft | null {
  return useObservable(photoEditorOf(useServices()).state).draft;
}

function photoEditorOf(services: Services): PhotoEditor {
  const editor = photoEditors.get(services) ?? new PhotoEditor(services);
  photoEditors.set(services, editor);
  return editor;
}
