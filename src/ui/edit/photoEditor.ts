import { observable, type Observable } from '../../base';
import {
  EditorNotLoadedError,
  PictureUnusableError,
  type ImageEditor,
  type RenderLimits,
  type RenderedPhoto,
} from '../../editor';
import {
  PermissionError,
  PictureRefusedError,
  UnprovenSaveError,
  uploadLimits,
  type Addressee,
  type PhotoLibrary,
  type SaveResult,
  type savePhoto,
} from '../../photos';
import { draftOf, editOf, positionOf, startPosition } from '../crop/pictureDraft';
import { NewVersionError } from '../reload/errors';
import type { GivenState } from '../reload/keptState';
import { isReplaced } from '../reload/replacedBuild';
import type { Services } from '../services';
import type { Draft } from './draft';
import {
  asReduced,
  emptyState,
  idle,
  isSameAccount,
  stateOf,
  type Activity,
  type EditingAccount,
  type OwnerState,
  type PhotoEditorState,
} from './editorState';

type SaveOptions = Parameters<typeof savePhoto>[3];

/** The services that change a photo. */
export interface PhotoEditorServices extends Pick<Services, 'allowWriting'> {
  readonly editor: Pick<ImageEditor, 'open' | 'render' | 'close'>;
  readonly library: Pick<PhotoLibrary, 'reread' | 'canRemove'>;
  readonly save: (owner: Addressee, jpeg: Blob | null, options: SaveOptions) => Promise<SaveResult>;
  /** The account of this moment. */
  readonly account: () => EditingAccount;
}

/** One piece of work of one account. */
interface Flight {
  readonly account: EditingAccount;
  readonly control: AbortController;
  readonly signal: AbortSignal;
}

type Work = (flight: Flight) => Promise<Activity>;

/**
 * Changes photos, from the chosen file to the saved photo. One change is in flight at a time. What an account has begun is
 * shown to it alone, and ends unseen where another account has begun something meanwhile.
 */
export class PhotoEditor {
  readonly state: Observable<PhotoEditorState>;
  private readonly current;
  private readonly services: PhotoEditorServices;
  private inFlight: Flight | null = null;

  constructor(services: PhotoEditorServices) {
    this.services = services;
    this.current = observable(emptyState(services.account()));
    this.state = this.current;
  }

  /** The state as a screen for `owner` shows it to the account of this moment. */
  stateOf(owner: Addressee, state: PhotoEditorState): OwnerState {
    return stateOf(owner, state, this.services.account(), this.services.library.canRemove(owner));
  }

  /** The open picture of any owner; null without one. */
  openDraft({ draft, account }: PhotoEditorState): Draft | null {
    return isSameAccount(account, this.services.account()) ? draft : null;
  }

  /** The file that is not saved, as a reload of the pane keeps it. */
  get kept(): Pick<GivenState, 'picture' | 'file'> | null {
    const { chosen, draft, account } = this.state.value;
    if (!chosen || !isSameAccount(account, this.services.account())) return null;
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
      this.takeOver();
      this.set({ owner, activity: { kind: 'notAnImage' } });
      return;
    }
    this.run(owner, async (flight) => {
      this.update(flight, { owner, activity: { kind: 'opening' }, chosen: { owner, file } });
      const picture = await this.services.editor.open(file, flight);
      this.update(flight, { draft: { owner, ...draftOf(picture, null), ...position } });
      return idle;
    });
  }

  /** Moves, zooms or turns the draft. */
  edit(change: Partial<Draft>): void {
    const { draft } = this.state.value;
    if (draft) this.set({ draft: { ...draft, ...change } });
  }

  /** Aborts a save and keeps the draft; closes the draft if nothing is being saved. */
  cancel(owner: Addressee): void {
    this.inFlight?.control.abort();
    if (this.state.value.activity.kind === 'saving') return;
    this.services.editor.close();
    this.set({ draft: null, chosen: null, owner, activity: idle });
  }

  /** Saves the draft, once its area is known. Where the service says that it is too large, it is sent once more, smaller. */
  save(owner: Addressee): void {
    const { draft } = this.state.value;
    if (!draft?.area) return;
    this.run(owner, async (flight) => {
      this.update(flight, { owner, activity: { kind: 'saving', step: 'sending' } });
      const photo = await this.render(draft, uploadLimits.mailbox, flight);
      try {
        return await this.write(owner, photo, flight);
      } catch (error) {
        if (!(error instanceof PictureRefusedError) || error.reason !== 'tooLarge') throw error;
        const smaller = await this.render(draft, uploadLimits.directory, flight);
        // The same picture would be refused again.
        if (smaller.jpeg.size >= photo.jpeg.size) throw error;
        return asReduced(await this.write(owner, smaller, flight), smaller);
      }
    });
  }

  /** The draft as a file, for a service that does not take it. */
  download(owner: Addressee, saveFile: (jpeg: Blob) => void): void {
    const { draft, activity } = this.state.value;
    if (!draft) return;
    this.run(owner, async (flight) => {
      saveFile((await this.render(draft, uploadLimits.mailbox, flight)).jpeg);
      return activity;
    });
  }

  remove(owner: Addressee): void {
    this.run(owner, (flight) => this.write(owner, null, flight));
  }

  /** Writes the photo that was there before the last change. One that was changed elsewhere since is replaced in a retry only. */
  undo(owner: Addressee): void {
    const { lastChange } = this.state.value;
    if (!lastChange) return;
    const { photo: before } = lastChange;
    const photo = before.kind === 'photo' ? { jpeg: before.picture, pixels: before.metadata?.width ?? 0 } : null;
    let replaces = lastChange.eTag;
    this.run(owner, (flight) => {
      const writing = this.write(owner, photo, flight, replaces);
      replaces = undefined;
      return writing;
    });
  }

  /** Runs one piece of work; ignored while another one of the same account is in flight. */
  private run(owner: Addressee, work: Work): void {
    const account = this.services.account();
    if (this.inFlight && isSameAccount(this.inFlight.account, account)) return;
    this.takeOver();
    const control = new AbortController();
    const flight = { account, control, signal: control.signal };
    this.inFlight = flight;
    const settle = (activity: Activity): void => {
      this.update(flight, { owner, activity });
      if (this.inFlight === flight) this.inFlight = null;
    };
    work(flight).then(settle, async (cause: unknown) => {
      const error = await withoutReplaced(cause);
      if (!flight.signal.aborted) {
        if (error instanceof PictureUnusableError) this.update(flight, { chosen: null });
        if (error instanceof PermissionError) this.update(flight, { refusal: { owner, error } });
        if (error instanceof UnprovenSaveError && !error.held) this.services.library.reread(owner);
        settle({ kind: 'failed', error, retry: () => this.run(owner, work) });
        return;
      }
      // An aborted write may have reached the service.
      this.services.library.reread(owner);
      settle(idle);
    });
  }

  private render(draft: Draft, limits: RenderLimits, { signal }: Flight): Promise<RenderedPhoto> {
    return this.services.editor.render(editOf(draft), limits, { signal });
  }

  /** Writes a photo, or removes it (null), and closes the draft. `replaces`: as in `SaveOptions`. */
  private async write(
    owner: Addressee,
    photo: RenderedPhoto | null,
    flight: Flight,
    replaces?: string | null,
  ): Promise<Activity> {
    this.update(flight, { owner, activity: { kind: 'saving', step: 'sending' } });
    const { before, now, proven } = await this.services.save(owner, photo?.jpeg ?? null, {
      ...(photo && { pixels: photo.pixels }),
      ...(replaces !== undefined && { replaces }),
      signal: flight.signal,
      onStep: (step) => this.update(flight, { owner, activity: { kind: 'saving', step } }),
    });
    const eTag = now.kind === 'none' ? null : now.metadata.eTag;
    if (this.inFlight === flight) this.services.editor.close();
    this.update(flight, {
      lastChange: { owner, photo: before, eTag: proven ? eTag : undefined },
      draft: null,
      chosen: null,
    });
    if (!proven) return { kind: 'notVisibleYet', reducedTo: null };
    if (now.kind === 'none') return { kind: 'removed' };
    return { kind: 'saved', pixels: now.metadata.width, eTag, isReduced: false };
  }

  /** Drops what another account has begun. */
  private takeOver(): void {
    const account = this.services.account();
    if (!isSameAccount(this.state.value.account, account)) this.current.set(emptyState(account));
  }

  /** Changes the state by a piece of work, unless another account has begun one since. */
  private update(flight: Flight, change: Partial<PhotoEditorState>): void {
    if (this.inFlight === flight) this.set({ ...change, account: flight.account });
  }

  private set(change: Partial<PhotoEditorState>): void {
    this.current.set({ ...this.current.value, ...change });
  }
}

/** The error, or a NewVersionError where a new version has replaced the worker. */
async function withoutReplaced(error: unknown): Promise<unknown> {
  return error instanceof EditorNotLoadedError && (await isReplaced()) ? new NewVersionError() : error;
}
