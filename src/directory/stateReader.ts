import { ThrottledError } from '../http';
import { isTransientError, ownerOf, PermissionError, type PhotoService } from '../photos';
import type { DirectoryPerson } from './directoryPerson';
import { stateOf, stateOfError, type PhotoState } from './photoState';
import type { ReadingOrder } from './readingOrder';

/** States in one batch: one request to the service. */
const batchSize = 20;

/** What the reader reads and reports to. */
export interface StateReaderOptions {
  readonly service: Pick<PhotoService, 'getMetadata'>;
  readonly order: ReadingOrder;
  readonly personAt: (entry: number) => DirectoryPerson | undefined;
  /** Whether the whole list is known. */
  readonly isComplete: () => boolean;
  /** Batches at once, at most. */
  readonly lanes: () => number;
  readonly signal: AbortSignal;
  readonly onState: (entry: number, state: PhotoState) => void;
  /** The service asks for a pause until then, in milliseconds since 1970; null: it is over. */
  readonly onPause: (until: number | null) => void;
  /** Reading has stopped. */
  readonly onProblem: (error: unknown) => void;
}

/** How one read of a batch ended. */
type Outcome = PromiseSettledResult<PhotoState>;

/** Reads the states of the people in an order, in batches, until all are read or a problem concerns them all. */
export class StateReader {
  readonly #options: StateReaderOptions;
  #inFlight = 0;
  #isStopped = false;
  #hasAnswer = false;
  #pause: ReturnType<typeof setTimeout> | null = null;

  constructor(options: StateReaderOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#endPause());
  }

  /** Sends as many batches as there are lanes. Called whenever there may be more to read. */
  fill(): void {
    const { order, lanes, isComplete, signal } = this.#options;
    while (!this.#isStopped && !this.#pause && !signal.aborted && this.#inFlight < lanes()) {
      const entries = order.take(batchSize, isComplete());
      if (entries.length === 0) return;
      this.#inFlight++;
      void this.#readBatch(entries).finally(() => {
        this.#inFlight--;
        this.fill();
      });
    }
  }

  /** Goes on after a problem. */
  resume(): void {
    this.#isStopped = false;
    this.#endPause();
    this.fill();
  }

  async #readBatch(entries: readonly number[]): Promise<void> {
    // All in one task, so that they are one batch.
    const outcomes = await Promise.allSettled(entries.map((entry) => this.#read(entry)));
    if (this.#options.signal.aborted) return;
    const problem = this.#problemOf(outcomes);
    const unread: number[] = [];
    outcomes.forEach((outcome, index) => {
      const entry = entries[index] ?? -1;
      if (errorIn(outcome) instanceof ThrottledError || (problem && errorIn(outcome))) unread.push(entry);
      else this.#report(entry, outcome);
    });
    if (unread.length > 0) this.#options.order.giveBack(unread);
    if (problem) this.#stop(problem);
    else this.#waitFor(outcomes);
  }

  async #read(entry: number): Promise<PhotoState> {
    const { service, personAt, signal } = this.#options;
    const owner = ownerOf(personAt(entry) ?? { id: '' });
    return stateOf(await service.getMetadata(owner, { signal }));
  }

  #report(entry: number, outcome: Outcome): void {
    this.#hasAnswer = true;
    this.#options.onState(entry, outcome.status === 'fulfilled' ? outcome.value : stateOfError(outcome.reason));
  }

  /** The failure that concerns all people: of the sign-in, of the connection, or of the permission; null where there is none. */
  #problemOf(outcomes: readonly Outcome[]): Error | null {
    const failures = outcomes.map(errorIn).filter((error) => error !== null && !(error instanceof ThrottledError));
    const [first] = failures;
    if (!first) return null;
    const ofSignIn = failures.find((error) => !isTransientError(error) && !(error instanceof PermissionError));
    if (ofSignIn) return ofSignIn;
    if (failures.length < outcomes.length) return null;
    // A batch may be one person, to whom a failure belongs.
    const isOfAll = first instanceof PermissionError ? !this.#hasAnswer : outcomes.length > 1;
    return isOfAll ? first : null;
  }

  #stop(problem: Error): void {
    // Batches that were in flight with this one report the same.
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#options.onProblem(problem);
  }

  /** A pause that is longer than requests wait for. */
  #waitFor(outcomes: readonly Outcome[]): void {
    const ends = outcomes.map(errorIn).map((error) => (error instanceof ThrottledError ? error.notBefore : 0));
    const until = Math.max(0, ...ends);
    const milliseconds = until - Date.now();
    if (milliseconds <= 0 || this.#pause) return;
    this.#options.onPause(until);
    this.#pause = setTimeout(() => {
      this.#endPause();
      this.fill();
    }, milliseconds);
  }

  #endPause(): void {
    if (!this.#pause) return;
    clearTimeout(this.#pause);
    this.#pause = null;
    this.#options.onPause(null);
  }
}

function errorIn(outcome: Outcome): Error | null {
  return outcome.status === 'rejected' ? (outcome.reason as Error) : null;
}
