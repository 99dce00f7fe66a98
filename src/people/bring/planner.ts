import { observable, type Observable } from '../../base';
import { planKindOf, type PhotoWriter, type PlanKind } from '../../bulk';
import { PictureUnusableError } from '../../editor';
import { ThrottledError } from '../../http';
import {
  isTransientError,
  ownerOf,
  PermissionError,
  UnexpectedAnswerError,
  type PhotoResult,
  type PhotoService,
} from '../../photos';
import type { Cut, PhotoCutter } from './cutter';
import { limitsOf, type PlanRow, type PlanTask, type RowKind } from './planRow';

/** How far a plan is. */
export interface PlanProgress {
  /** In the order of the tasks, as far as they are ready. */
  readonly rows: readonly PlanRow[];
  readonly ready: number;
  readonly total: number;
  /** Why preparing has stopped; null while it goes on, and when all is ready. */
  readonly problem: Error | null;
  /** The service asks for a pause until then, in milliseconds since 1970; null where it does not. */
  readonly pausedUntil: number | null;
}

/** Today's photos that are read at once; the HTTP client sends at most four requests. */
const lanes = 4;

interface PlannerServices {
  readonly photos: Pick<PhotoService, 'getPhoto' | 'endPauses'>;
  readonly writer: Pick<PhotoWriter, 'isSame'>;
}

/** Prepares a plan: makes the photos, reads today's, and compares them. Nothing is written. */
export class Planner {
  readonly progress: Observable<PlanProgress>;
  readonly #progress;
  readonly #services: PlannerServices;
  readonly #cutter: PhotoCutter;
  readonly #tasks: readonly PlanTask[];
  readonly #rows: (PlanRow | undefined)[];
  readonly #stop = new AbortController();
  #next = 0;
  #left: number[] = [];

  constructor(tasks: readonly PlanTask[], services: PlannerServices, cutter: PhotoCutter) {
    this.#tasks = tasks;
    this.#services = services;
    this.#cutter = cutter;
    this.#rows = tasks.map(() => undefined);
    this.#progress = observable<PlanProgress>({
      rows: [],
      ready: 0,
      total: tasks.length,
      problem: null,
      pausedUntil: null,
    });
    this.progress = this.#progress;
  }

  /** Starts, or goes on after a problem. Inside a click: it ends the pauses of a service that was down. */
  start(): void {
    this.#services.photos.endPauses();
    this.#show({ problem: null });
    for (let lane = 0; lane < lanes; lane++) void this.#work();
  }

  /** Gives a row another cut of its file, and compares it with today's photo. @throws Error where one of them is no picture. */
  async recut(row: PlanRow, cut: Cut): Promise<void> {
    const kind = await this.#kindOf(cut, row.held);
    this.#rows[this.#tasks.indexOf(row.task)] = { ...row, cut, kind };
    this.#show({});
  }

  /** Ends all requests. */
  close(): void {
    this.#stop.abort();
  }

  async #work(): Promise<void> {
    while (!this.#progress.value.problem && !this.#isClosed()) {
      const place = this.#left.pop() ?? this.#next++;
      const task = this.#tasks[place];
      if (!task) return;
      try {
        this.#rows[place] = await this.#rowOf(task);
        this.#show({});
      } catch (error) {
        this.#left.push(place);
        if (error instanceof ThrottledError) await this.#waitUntil(error.notBefore);
        else if (!this.#isClosed()) this.#show({ problem: error instanceof Error ? error : new Error(String(error)) });
      }
    }
  }

  /** @throws what concerns all rows alike. */
  async #rowOf(task: PlanTask): Promise<PlanRow> {
    const { held, error } = await this.#read(task);
    const rowAs = (kind: RowKind, part?: Partial<PlanRow>): PlanRow => {
      return { task, held, cut: null, error, kind, firstKind: kind, ...part };
    };
    if (held?.kind === 'none' && held.reason === 'onPremises') return rowAs('onPremises');
    if (!task.file) return rowAs(held?.kind === 'none' ? 'nothing' : held ? 'removed' : 'unreadable');
    try {
      const cut = await this.#cutter.cut(await task.file.read(), limitsOf({ held }));
      return rowAs(await this.#kindOf(cut, held), { cut });
    } catch (failure) {
      if (isOfAllFiles(failure)) throw failure;
      return rowAs('unusable', { error: failure instanceof Error ? failure : null });
    }
  }

  #kindOf({ photo }: Cut, held: PhotoResult | null): Promise<PlanKind> {
    return planKindOf({ photo, held }, (one, other) => this.#services.writer.isSame(one, other));
  }

  /** A photo that cannot be read is one row's; a lost connection or an ended sign-in is that of all. */
  async #read({ person }: PlanTask): Promise<{ readonly held: PhotoResult | null; readonly error: Error | null }> {
    try {
      const { signal } = this.#stop;
      return { held: await this.#services.photos.getPhoto(ownerOf(person), { signal }), error: null };
    } catch (error) {
      if (error instanceof PermissionError || error instanceof UnexpectedAnswerError) return { held: null, error };
      throw error;
    }
  }

  async #waitUntil(end: number): Promise<void> {
    this.#show({ pausedUntil: end });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, end - Date.now());
      this.#stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.#show({ pausedUntil: null });
  }

  #isClosed(): boolean {
    return this.#stop.signal.aborted;
  }

  #show(change: Partial<PlanProgress>): void {
    const rows = this.#rows.filter((row) => row !== undefined);
    this.#progress.set({ ...this.#progress.value, ...change, rows, ready: rows.length });
  }
}

/** Whether all other files would fail alike. */
function isOfAllFiles(error: unknown): boolean {
  if (error instanceof PictureUnusableError) return false;
  return (
    !(error instanceof Error) ||
    isTransientError(error) ||
    error.name === 'EditorNotLoadedError' ||
    error.name === 'AbortError'
  );
}
