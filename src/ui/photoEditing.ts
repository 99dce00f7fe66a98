import { useRef, useState } from 'react';
import type { PictureEdit, RenderLimits, OpenedPicture, RenderedPhoto } from '../editor';
import { PictureRefusedError, uploadLimits, type PhotoResult, type PhotoOwner } from '../photos';
import { isSameOwner, useServices, useWords } from './services';

/** A picture that is being edited, and where the person has moved it. */
export interface Draft {
  readonly owner: PhotoOwner;
  readonly picture: OpenedPicture;
  /** Where the picture lies under the mask, in CSS pixels. */
  readonly crop: { readonly x: number; readonly y: number };
  readonly zoom: number;
  /** Degrees: quarter turns, and the angle on top of them. */
  readonly quarters: number;
  readonly angle: number;
  readonly flipped: boolean;
  /** What the mask shows, in percent; null before the first drawing. */
  readonly area: PictureEdit['area'] | null;
}

/** What is being done, or what came of it. */
export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'saving'; readonly step: 'sending' | 'checking' }
  | { readonly kind: 'failed'; readonly error: Error; readonly again: () => void }
  | { readonly kind: 'done'; readonly text: string };

/** Changing one photo, as a screen sees it. */
export interface PhotoEditing {
  readonly draft: Draft | null;
  readonly activity: Activity;
  readonly canUndo: boolean;
  /** Asks for the permission to write this photo, before any work is done. Only inside a click. */
  readonly ask: (then: () => void) => void;
  /** Null: what was given was no file that may be a picture. */
  readonly choose: (file: Blob | null) => void;
  readonly edit: (change: Partial<Draft>) => void;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
}

const idle: Activity = { kind: 'idle' };

const untouched = { crop: { x: 0, y: 0 }, zoom: 1, quarters: 0, angle: 0, flipped: false };

/**
 * Changing photos, from the chosen file to the proof; one at a time. Lives above the screens, so that no tab loses the work.
 * @returns what a screen sees for the photo that it shows.
 */
export function usePhotoEditing(): (owner: PhotoOwner) => PhotoEditing {
  const { editor, library, allowWriting } = useServices();
  const words = useWords();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [{ of, activity }, setState] = useState<{ of: PhotoOwner; activity: Activity }>({ of: 'me', activity: idle });
  const [previous, setPrevious] = useState<{ of: PhotoOwner; answer: PhotoResult } | null>(null);
  const running = useRef<AbortController | null>(null);

  /** One thing at a time: a second click while something runs does nothing. */
  const run = (owner: PhotoOwner, work: (signal: AbortSignal) => Promise<Activity>): void => {
    if (running.current) return;
    const control = new AbortController();
    running.current = control;
    const settle = (next: Activity): void => {
      running.current = null;
      setState({ of: owner, activity: next });
    };
    work(control.signal).then(settle, (error: unknown) => {
      // Given up by the person: what the service holds now is read again.
      if (control.signal.aborted) library.reread(owner);
      settle(control.signal.aborted ? idle : failed(owner, error as Error, work));
    });
  };
  const failed = (owner: PhotoOwner, error: Error, work: (signal: AbortSignal) => Promise<Activity>): Activity => ({
    kind: 'failed',
    error,
    again: () => run(owner, work),
  });

  /** Saves a picture (or none), and says in words what the service holds now. */
  const put = async (owner: PhotoOwner, rendered: RenderedPhoto | null, signal: AbortSignal): Promise<Activity> => {
    const saved = await library.save(owner, rendered?.jpeg ?? null, {
      ...(rendered && { pixels: rendered.pixels }),
      signal,
      onStep: (step) => setState({ of: owner, activity: { kind: 'saving', step } }),
    });
    setPrevious({ of: owner, answer: saved.before });
    editor.close();
    setDraft(null);
    if (!saved.proven) return { kind: 'done', text: words('saved.notYet') };
    if (saved.now.kind === 'none') return { kind: 'done', text: words('saved.removed') };
    const { width: pixels, eTag } = saved.now.metadata;
    return { kind: 'done', text: words('saved.proven', { pixels, eTag: eTag ?? words('details.noETag') }) };
  };

  const render = (from: Draft, limits: RenderLimits, signal: AbortSignal): Promise<RenderedPhoto> =>
    editor.render(editOf({ ...from, rotation: rotationOf(from) }), limits, { signal });

  return (owner) => ({
    draft: draft && isSameOwner(draft.owner, owner) ? draft : null,
    activity: isSameOwner(of, owner) ? activity : idle,
    canUndo:
      previous !== null && isSameOwner(previous.of, owner) && (previous.answer.kind === 'photo' || library.canRemove),
    ask(then) {
      run(owner, async () => {
        await allowWriting(owner);
        then();
        return idle;
      });
    },
    choose(file) {
      if (!file) {
        setState({ of: owner, activity: { kind: 'done', text: words('mine.noFile') } });
        return;
      }
      run(owner, async (signal) => {
        setState({ of: owner, activity: { kind: 'opening' } });
        const picture = await editor.open(file, { signal });
        setDraft({ owner, picture, ...untouched, area: null });
        return idle;
      });
    },
    edit(change) {
      setDraft((current) => current && { ...current, ...change });
    },
    cancel() {
      running.current?.abort();
      if (activity.kind === 'saving') return;
      editor.close();
      setDraft(null);
      setState({ of: owner, activity: idle });
    },
    save() {
      if (!draft) return;
      run(owner, async (signal) => {
        setState({ of: owner, activity: { kind: 'saving', step: 'sending' } });
        try {
          return await put(owner, await render(draft, uploadLimits.mailbox, signal), signal);
        } catch (error) {
          if (!(error instanceof PictureRefusedError) || error.reason !== 'tooLarge') throw error;
          return put(owner, await render(draft, uploadLimits.directory, signal), signal);
        }
      });
    },
    remove() {
      run(owner, (signal) => put(owner, null, signal));
    },
    undo() {
      if (!previous) return;
      const { answer } = previous;
      const rendered = answer.kind === 'photo' ? { jpeg: answer.picture, pixels: answer.metadata?.width ?? 0 } : null;
      run(owner, (signal) => put(owner, rendered, signal));
    },
  });
}

/** Degrees, clockwise. */
export function rotationOf({ quarters, angle }: Pick<Draft, 'quarters' | 'angle'>): number {
  return quarters * 90 + angle;
}

/** What the editor has to cut. */
export function editOf({
  area,
  rotation,
  flipped,
}: Pick<Draft, 'area' | 'flipped'> & { rotation: number }): PictureEdit {
  return { area: area ?? { x: 0, y: 0, width: 100, height: 100 }, rotation, flipped };
}

export const startOver: Partial<Draft> = untouched;
