import type { Addressee, PhotoLibrary } from '../../photos';
import type { Task } from '../parts/errorTexts';

/** What a change of this photo is, for the words of its errors. */
export function changeTask(library: Pick<PhotoLibrary, 'kindOf'>, owner: Addressee): Task {
  switch (library.kindOf(owner)) {
    case 'group':
      return 'changeGroup';
    case 'contact':
      return 'changeContact';
    default:
      return 'change';
  }
}
