import type { PhotoOwner } from '../../photos';
import { useObservable, useServices, type Services } from '../services';
import { PhotoEditor, type OwnerState } from './photoEditor';

/** One photo editor for each pane. It outlives the screens, so that a draft stays open while another tab is shown. */
const photoEditors = new WeakMap<Services, PhotoEditor>();

/** Changing one owner's photo: its state, and the editor that changes it. */
export interface PhotoEditing extends OwnerState {
  readonly owner: PhotoOwner;
  readonly editor: PhotoEditor;
}

/** The pane's photo editor, and its state for the photo that a screen shows. */
export function usePhotoEditor(owner: PhotoOwner): PhotoEditing {
  const editor = photoEditorOf(useServices());
  return { owner, editor, ...editor.stateOf(owner, useObservable(editor.state)) };
}

function photoEditorOf(services: Services): PhotoEditor {
  const editor = photoEditors.get(services) ?? new PhotoEditor(services);
  photoEditors.set(services, editor);
  return editor;
}
