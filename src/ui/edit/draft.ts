import type { Addressee } from '../../photos';
import type { PictureDraft } from '../crop/pictureDraft';

/** A picture that is being edited, and whose photo it becomes. */
export interface Draft extends PictureDraft {
  readonly owner: Addressee;
}
