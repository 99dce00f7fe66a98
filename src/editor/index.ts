export {
  createImageEditor,
  EditorCrashedError,
  PictureUnusableError,
  type EditorError,
  type ImageEditor,
} from './imageEditor';
export type { Edit, Limits, Opened, Rendered, UnusableReason } from './worker/protocol';
