export { EditorCrashedError, EditorNotLoadedError, PictureUnusableError, type EditorError } from './errors';
export { createImageEditor, type ImageEditor } from './imageEditor';
export type { OpenedPicture, PictureEdit, RenderedPhoto, RenderLimits } from './worker/protocol';
