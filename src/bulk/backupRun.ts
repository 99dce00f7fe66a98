import { abortReason, deferred, observable, type Observable } from '../base';
import { ThrottledError } from '../http';
import type { ResponseSummary } from '../photos';
import { writeBackup, type BackupPhoto } from './backup';
import { readPhotos, type BackupRefusal, type ReadingContext } from './backupReader';
import type { BulkPerson } from './person';

/** Where a backup is written to. */
export interface BackupOutput {
  readonly stream: WritableStream<Uint8Array>;
  /** Called once all is written and the stream is closed. */
  keep(): Promise<void>;
  /** Called once the stream is aborted: what is left of the file is removed. */
  discard(): Promise<void>;
}

/** The file of a backup cannot be opened or written, such as on a full disk. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
}

/** A person whose photo is not in the backup although there may be one. `summary`: of the service's failure; null: none. */
export interface UnreadPhoto {
  readonly person: BulkPerson;
  readonly reason: BackupRefusal;
  readonly summary: ResponseSummary | null;
}

/**
 * How far a backup is. `interrupted`: what `error` names may pass, and a click goes on. `failed`: `error` has ended it, and
 * there is no file; `stopped`: a click has.
 */
export interface BackupProgress {
  readonly phase: 'running' | 'interrupted' | 'stopped' | 'failed' | 'finished';
  readonly total: number;
  /** People whose photo was read, or who have none, or who cannot be read. */
  readonly read: number;
  readonly photos: number;
  /** People without a photo. */
  readonly none: number;
  readonly unread: readonly UnreadPhoto[];
  readonly error: Error | null;
  /** The service asks for a pause until then, in milliseconds since 1970; null: it does not. */
  readonly waitsUntil: number | null;
  /** Estimated from the people since the start; null while there are none. Milliseconds. */
  readonly millisecondsLeft: number | null;
}

type BackupServices = Pick<ReadingContext, 'photos' | 'mayPass'>;

/** Reads the photos of people and writes them to a file, once. */
export class BackupRun {
  readonly #progress;
  readonly #people: readonly BulkPerson[];
  readonly #services: BackupServices;
  readonly #stop = new AbortController();
  #resumed: ReturnType<typeof deferred<undefined>> | null = null;

  /** `mayPass`: whether a failure that concerns all people may be over after a while, besides those of the photo service. */
  constructor(people: readonly BulkPerson[], services: BackupServices) {
    this.#people = people;
    this.#services = services;
    this.#progress = observable<BackupProgress>({
      phase: 'running',
      total: people.length,
      read: 0,
      photos: 0,
      none: 0,
      unread: [],
      error: null,
      waitsUntil: null,
      millisecondsLeft: null,
    });
  }

  get progress(): Observable<BackupProgress> {
    return this.#progress;
  }

  /** Writes the backup. Resolves once it is finished, stopped or failed. Never fails. */
  async start(open: () => Promise<BackupOutput>): Promise<void> {
    const { signal } = this.#stop;
    const failure: { ofReading?: Error } = {};
    let output: BackupOutput | null = null;
    try {
      output = await open();
      await writeBackup(this.#photos(failure), output.stream, signal);
      await output.keep();
      this.#show({ phase: 'finished', millisecondsLeft: null });
    } catch (error) {
      const isStopped = signal.aborted;
      // Ends the requests that are under way.
      this.#stop.abort();
      const ended = failure.ofReading ?? new BackupFileError('The file cannot be written', { cause: error });
      // A file that cannot be removed is empty, or as it was before.
      await output?.discard().catch(() => undefined);
      this.#show({ phase: isStopped ? 'stopped' : 'failed', error: isStopped ? null : ended, waitsUntil: null });
    }
  }

  /** Goes on after an interruption. */
  goOn(): void {
    this.#show({ phase: 'running', error: null });
    this.#resumed?.resolve(undefined);
    this.#resumed = null;
  }

  /** Ends it: there will be no file. */
  stop(): void {
    this.#stop.abort();
  }

  async *#photos(failure: { ofReading?: Error }): AsyncGenerator<BackupPhoto> {
    const startedAt = performance.now();
    const { signal } = this.#stop;
    const context = { ...this.#services, signal, pause: (error: Error) => this.#pause(error) };
    try {
      for await (const { person, reading } of readPhotos(this.#people, context)) {
        const { read, total, photos, none, unread } = this.#progress.value;
        const perPerson = (performance.now() - startedAt) / (read + 1);
        this.#show({
          read: read + 1,
          photos: photos + (reading.kind === 'photo' ? 1 : 0),
          none: none + (reading.kind === 'none' ? 1 : 0),
          unread: reading.kind === 'notRead' ? [...unread, { ...reading, person }] : unread,
          millisecondsLeft: Math.round(perPerson * (total - read - 1)),
        });
        yield { person, photo: reading.kind === 'photo' ? reading.picture : reading.kind };
      }
    } catch (error) {
      failure.ofReading = error instanceof Error ? error : new Error('The photos cannot be read', { cause: error });
      throw error;
    }
  }

  /** A pause of the service is waited for, anything else until a click. @throws the signal's reason when it aborts. */
  async #pause(error: Error): Promise<void> {
    const { signal } = this.#stop;
    const resumed = (this.#resumed ??= deferred<undefined>());
    const end = (): void => resumed.reject(abortReason(signal));
    signal.addEventListener('abort', end);
    const timer =
      error instanceof ThrottledError ? setTimeout(() => this.goOn(), error.notBefore - Date.now()) : undefined;
    if (error instanceof ThrottledError) this.#show({ waitsUntil: error.notBefore });
    else this.#show({ phase: 'interrupted', error });
    try {
      if (signal.aborted) end();
      await resumed.promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      this.#show({ waitsUntil: null });
    }
  }

  #show(change: Partial<BackupProgress>): void {
    this.#progress.set({ ...this.#progress.value, ...change });
  }
}
