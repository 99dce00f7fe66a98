import { isSameAddress, observable, type Observable } from '../../base';
import {
  EditorNotLoadedError,
  PictureUnusableError,
  type ImageEditor,
  type RenderLimits,
  type RenderedPhoto,
} from '../../editor';
import { PictureRefusedError, uploadLimits, type PhotoLibrary, type Addressee, type PhotoResult } from '../../photos';
import { NewVersionError } from '../reload/errors';
import type { GivenState } from '../reload/keptState';
import { isReplaced } from '../reload/replacedBuild';
import type { Services } from '../services';
import { editOf, positionOf, rotationOf, startPosition, type Draft } from './draft';

/** What is in flight, or how the last change ended. */
export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'saving'; readonly step: 'sending' | 'checking' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'notAnImage' }
  | { readonly kind: 'saved'; readonly pixels: number; readonly eTag: string | null }
  | { readonly kind: 'removed' }
  /** The service accepted the change and does not return it yet. */
  | { readonly kind: 'notVisibleYet' };

interface ChosenFile {
  readonly owner: Addressee;
  readonly file: Blob;
}

interface PhotoEditorState {
  /** The open picture; one for all owners. */
  readonly draft: Draft | null;
  /** The file that was chosen and is not saved. */
  readonly chosen: ChosenFile | null;
  readonly activity: Activity;
  /** Whose photo `activity` is about. */
  readonly owner: Addressee;
  /** The photo before the last change, for undo. */
  readonly previous: { readonly owner: Addressee; readonly photo: PhotoResult } | null;
}

/** The part of the state that is about one owner's photo. */
export interface OwnerState {
  readonly draft: Draft | null;
  readonly activity: Activity;
  readonly canUndo: boolean;
}

/** The services that change a photo. */
export interface PhotoEditorServices extends Pick<Services, 'allowWriting'> {
  readonly editor: Pick<ImageEditor, 'open' | 'render' | 'close'>;
  readonly library: Pick<PhotoLibrary, 'save' | 'reread' | 'canRemove'>;
}

type Work = (signal: AbortSignal) => Promise<Activity>;

const idle: Activity = { kind: 'idle' };

/** Changes photos, from the chosen file to the saved photo. One change is in flight at a time. */
export class PhotoEditor {
  readonly state: Observable<PhotoEditorState>;
  private readonly current = observable<PhotoEditorState>({
    draft: null,
    chosen: null,
    activity: idle,
    owner: { address: '' },
    previous: null,
  });
  private readonly services: PhotoEditorServices;
  private inFlight: AbortController | null = null;

  constructor(services: PhotoEditorServices) {
    this.services = services;
    this.state = this.current;
  }

  /** The state as a screen for `owner` shows it: a draft or an activity of another owner is left out. */
  stateOf(owner: Addressee, { draft, activity, owner: active, previous }: PhotoEditorState): OwnerState {
    return {
      draft: draft && isSameAddress(draft.owner.address, owner.address) ? draft : null,
      activity: isSameAddress(active.address, owner.address) ? activity : idle,
      canUndo:
        previous !== null &&
        isSameAddress(previous.owner.address, owner.address) &&
        (previous.photo.kind === 'photo' || this.services.library.canRemove(owner)),
    };
  }

  /** The file that is not saved, as a reload of the pane keeps it. */
  get kept(): Pick<GivenState, 'picture' | 'file'> | null {
    const { chosen, draft } = this.state.value;
    if (!chosen) return null;
    return { picture: { address: chosen.owner.address, position: draft && positionOf(draft) }, file: chosen.file };
  }

  /** Requests the permission to write this photo, then calls `next`. Only inside a click: a window may open. */
  requestPermission(owner: Addressee, next: () => void): void {
    this.run(owner, async () => {
      await this.services.allowWriting(owner);
      next();
      return idle;
    });
  }

  /** Opens a file as a draft, in a position. Null: what was dropped or pasted is not an image file. */
  choose(owner: Addressee, file: Blob | null, position = startPosition): void {
    if (!file) {
      this.show(owner, { kind: 'notAnImage' });
      return;
    }
    this.run(owner, async (signal) => {
      this.update({ owner, activity: { kind: 'opening' }, chosen: { owner, file } });
      const picture = await this.services.editor.open(file, { signal });
      this.update({ draft: { owner, picture, ...position, area: null, hasMoreTools: false } });
      return idle;
    });
  }

  /** Moves, zooms or turns the draft. */
  edit(change: Partial<Draft>): void {
    const { draft } = this.state.value;
    if (draft) this.update({ draft: { ...draft, ...change } });
  }

  /** Aborts a save and keeps the draft; closes the draft if nothing is being saved. */
  cancel(owner: Addressee): void {
    this.inFlight?.abort();
    if (this.state.value.activity.kind === 'saving') return;
    this.services.editor.close();
    this.update({ draft: null, chosen: null, owner, activity: idle });
  }

  /** Saves the draft, once its area is known. A picture too large for the directory is sent once more, smaller. */
  save(owner: Addressee): void {
    const { draft } = this.state.value;
    if (!draft?.area) return;
    this.run(owner, async (signal) => {
      this.show(owner, { kind: 'saving', step: 'sending' });
      try {
        return await this.write(owner, await this.render(draft, uploadLimits.mailbox, signal), signal);
      } catch (error) {
        if (!(error instanceof PictureRefusedError) || error.reason !== 'tooLarge') throw error;
        return this.write(owner, await this.render(draft, uploadLimits.directory, signal), signal);
      }
    });
  }

  remove(owner: Addressee): void {
    this.run(owner, (signal) => this.write(owner, null, signal));
  }

  /** Writes the photo that was there before the last change. */
  undo(owner: Addressee): void {
    const { previous } = this.state.value;
    if (!previous) return;
    const { photo: before } = previous;
    const photo = before.kind === 'photo' ? { jpeg: before.picture, pixels: before.metadata?.width ?? 0 } : null;
    this.run(owner, (signal) => this.write(owner, photo, signal));
  }

  /** Runs one piece of work; ignored while another is in flight. */
  private run(owner: Addressee, work: Work): void {
    if (this.inFlight) return;
    const control = new AbortController();
    this.inFlight = control;
    const settle = (activity: Activity): void => {
      this.inFlight = null;
      this.show(owner, activity);
    };
    work(control.signal).then(settle, async (cause: unknown) => {
      const error = await withoutReplaced(cause);
      if (!control.signal.aborted) {
        if (error instanceof PictureUnusableError) this.update({ chosen: null });
        settle({ kind: 'failed', error, retry: () => this.run(owner, work) });
        return;
      }
      // An aborted write may have reached the service.
      this.services.library.reread(owner);
      settle(idle);
    });
  }

  private render(draft: Draft, limits: RenderLimits, signal: AbortSignal): Promise<RenderedPhoto> {
    return this.services.editor.render(editOf({ ...draft, rotation: rotationOf(draft) }), limits, { signal });
  }

  /** Writes a photo, or removes it (null), and closes the draft. */
  private async write(owner: Addressee, photo: RenderedPhoto | null, signal: AbortSignal): Promise<Activity> {
    const { library, editor } = this.services;
    const { before, now, proven } = await library.save(owner, photo?.jpeg ?? null, {
      ...(photo && { pixels: photo.pixels }),
      signal,
      onStep: (step) => this.show(owner, { kind: 'saving', step }),
    });
    editor.close();
    this.update({ previous: { owner, photo: before }, draft: null, chosen: null });
    if (!proven) return { kind: 'notVisibleYet' };
    if (now.kind === 'none') return { kind: 'removed' };
    return { kind: 'saved', pixels: now.metadata.width, eTag: now.metadata.eTag };
  }

  private show(owner: Addressee, activity: Activity): void {
    this.update({ owner, activity });
  }

  private update(change: Partial<PhotoEditorState>): void {
    this.current.set({ ...this.current.value, ...change });
  }
}

/** The error, or a NewVersionError where a new version has replaced the worker. */
async function withoutReplaced(error: unknown): Promise<unknown> {
  return error instanceof EditorNotLoadedError && (await isReplaced()) ? new NewVersionError() : error;
}
