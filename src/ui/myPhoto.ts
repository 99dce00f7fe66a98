import { useRef, useState } from 'react';
import type { Edit, Opened, Rendered } from '../editor';
import type { PhotoAnswer } from '../photos';
import { useServices, useWords } from './services';

/** A picture that is being edited, and where the person has moved it. */
export interface Draft {
  readonly picture: Opened;
  /** Where the picture lies under the mask, in CSS pixels. */
  readonly crop: { readonly x: number; readonly y: number };
  readonly zoom: number;
  /** Degrees: quarter turns, and the angle on top of them. */
  readonly quarters: number;
  readonly angle: number;
  readonly flipped: boolean;
  /** What the mask shows, in percent; null before the first drawing. */
  readonly area: Edit['area'] | null;
}

export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'saving'; readonly step: 'sending' | 'checking' }
  | { readonly kind: 'failed'; readonly error: Error; readonly again: () => void }
  | { readonly kind: 'done'; readonly text: string };

export interface MyPhoto {
  readonly draft: Draft | null;
  readonly activity: Activity;
  readonly canUndo: boolean;
  readonly choose: (file: Blob | null) => void;
  readonly edit: (change: Partial<Draft>) => void;
  readonly cancel: () => void;
  readonly save: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
}

/** The largest photo the services hold, in pixels; their limit of bytes; the limit where somebody has no mailbox. */
const upload = { pixels: 648, bytes: 4 * 1024 * 1024, fewBytes: 100_000 };

const untouched = { crop: { x: 0, y: 0 }, zoom: 1, quarters: 0, angle: 0, flipped: false };

/** Changing my own photo, from the chosen file to the proof. Lives above the screens, so that no tab loses the work. */
export function useMyPhoto(): MyPhoto {
  const { editor, portraits } = useServices();
  const words = useWords();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [activity, setActivity] = useState<Activity>({ kind: 'idle' });
  const [previous, setPrevious] = useState<PhotoAnswer | null>(null);
  const running = useRef<AbortController | null>(null);

  /** One thing at a time: a second click while something runs does nothing. */
  const run = (work: (signal: AbortSignal) => Promise<Activity>): void => {
    if (running.current) return;
    const control = new AbortController();
    running.current = control;
    const settle = (next: Activity): void => {
      running.current = null;
      setActivity(next);
    };
    work(control.signal).then(settle, (error: unknown) => {
      // Given up by the person: what the service holds now is read again.
      if (control.signal.aborted) portraits.reread('me');
      settle(control.signal.aborted ? { kind: 'idle' } : failed(error as Error, work));
    });
  };
  const failed = (error: Error, work: (signal: AbortSignal) => Promise<Activity>): Activity => ({
    kind: 'failed',
    error,
    again: () => run(work),
  });

  /** Saves a picture (or none), and says in words what the service holds now. */
  const put = async (rendered: Rendered | null, signal: AbortSignal): Promise<Activity> => {
    const saved = await portraits.save('me', rendered?.jpeg ?? null, {
      ...(rendered && { pixels: rendered.pixels }),
      signal,
      onStep: (step) => setActivity({ kind: 'saving', step }),
    });
    setPrevious(saved.before);
    editor.close();
    setDraft(null);
    if (!saved.proven) return { kind: 'done', text: words('saved.notYet') };
    if (saved.now.kind === 'none') return { kind: 'done', text: words('saved.removed') };
    const { width: pixels, eTag } = saved.now.metadata;
    return { kind: 'done', text: words('saved.proven', { pixels, eTag: eTag ?? words('details.noETag') }) };
  };

  const render = (from: Draft, bytes: number, signal: AbortSignal): Promise<Rendered> =>
    editor.render(editOf({ ...from, rotation: rotationOf(from) }), { pixels: upload.pixels, bytes }, { signal });

  return {
    draft,
    activity,
    canUndo: previous !== null && (previous.kind === 'photo' || portraits.canRemove),
    choose(file) {
      if (!file) {
        setActivity({ kind: 'done', text: words('mine.noFile') });
        return;
      }
      run(async (signal) => {
        setActivity({ kind: 'opening' });
        const picture = await editor.open(file, { signal });
        setDraft({ picture, ...untouched, area: null });
        return { kind: 'idle' };
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
      setActivity({ kind: 'idle' });
    },
    save() {
      if (!draft) return;
      run(async (signal) => {
        setActivity({ kind: 'saving', step: 'sending' });
        try {
          return await put(await render(draft, upload.bytes, signal), signal);
        } catch (error) {
          if ((error as { reason?: unknown }).reason !== 'tooLarge') throw error;
          return put(await render(draft, upload.fewBytes, signal), signal);
        }
      });
    },
    remove() {
      run((signal) => put(null, signal));
    },
    undo() {
      if (!previous) return;
      const picture = previous.kind === 'photo' ? previous : null;
      run((signal) => put(picture && { jpeg: picture.picture, pixels: picture.metadata.width }, signal));
    },
  };
}

/** Degrees, clockwise. */
export function rotationOf({ quarters, angle }: Pick<Draft, 'quarters' | 'angle'>): number {
  return quarters * 90 + angle;
}

/** What the editor has to cut. */
export function editOf({ area, rotation, flipped }: Pick<Draft, 'area' | 'flipped'> & { rotation: number }): Edit {
  return { area: area ?? { x: 0, y: 0, width: 100, height: 100 }, rotation, flipped };
}

export const startOver: Partial<Draft> = untouched;
