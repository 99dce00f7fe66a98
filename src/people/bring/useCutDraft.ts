import { useCallback, useEffect, useMemo, useState } from 'react';
import { createImageEditor, type ImageEditor, type PictureEdit } from '../../editor';
import { draftOf, type PictureDraft } from '../../ui/crop';
import type { ChosenPhoto } from './chosenFiles';

/** A file whose cut is being changed. */
interface CutDraft {
  /** Null until it is open. */
  readonly draft: PictureDraft | null;
  /** Why it does not open; null where it does. */
  readonly failure: unknown;
  /** Holds the open picture. */
  readonly images: Pick<ImageEditor, 'render'>;
  readonly edit: (change: Partial<PictureDraft>) => void;
}

/** Reads a file again and opens it in a worker of its own, which ends with the component. `start`: the cut to begin with. */
export function useCutDraft(file: ChosenPhoto, start: PictureEdit): CutDraft {
  const images = useMemo(() => createImageEditor(), []);
  const [draft, setDraft] = useState<PictureDraft | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isClosed = false;
    file
      .read()
      .then((picture) => (isClosed ? null : images.open(picture)))
      .then((picture) => picture && setDraft(draftOf(picture, start)))
      .catch((error: unknown) => {
        if (!isClosed) setFailure(error);
      });
    return () => {
      isClosed = true;
      images.close();
    };
  }, [images, file, start]);
  const edit = useCallback((change: Partial<PictureDraft>): void => {
    setDraft((before) => before && { ...before, ...change });
  }, []);
  return { draft, failure, images, edit };
}
