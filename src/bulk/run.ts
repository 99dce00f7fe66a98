import { observable, type Observable } from '../base';
import type { ThrottledError } from '../http';
import { PermissionError, ServiceError, type ResponseSummary } from '../photos';
import { changePhoto } from './changePhoto';
import type { Journal } from './journal';
import type { PhotoWriter } from './photoWriter';
import { countLines, isOpen, type RunCounts } from './report';
import { withLock } from './runLock';
import type { LineRefusal, RunLine } from './runLine';

/** How far a run is. `interrupted`: something stopped all lines alike, named by `error`; the run can be gone on with. */
export interface RunProgress extends RunCounts {
  readonly phase: 'ready' | 'running' | 'paused' | 'interrupted' | 'stopped' | 'finished';
  readonly error: Error | null;
  /** The service asks for a pause until then, in milliseconds since 1970; null: it does not. */
  readonly waitsUntil: number | null;
  /** Estimated from the lines since the start; null while there are none. Milliseconds. */
  readonly millisecondsLeft: number | null;
}

/** Changes in flight at most: the limit of the service for one app and mailbox. */
const maxInFlight = 4;

/** Lines in a row that fail for one of the `reasonsOfAll`, before the run is interrupted. */
const maxFailures = 4;

/** What concerns all lines where it comes several times in a row: the service is down, or the account may change no photo. */
const reasonsOfAll: Readonly<Partial<Record<LineRefusal, new (summary: ResponseSummary) => Error>>> = {
  serviceFailed: ServiceError,
  notAllowed: PermissionError,
};

/** A run of the journal. Its lines are read when it starts, so that it can be gone on with after a reload. */
export class BulkRun {
  readonly #progress;
  readonly #id: string;
  readonly #journal: Journal;
  readonly #writer: PhotoWriter;
  #lines: RunLine[] = [];
  /** Ends the taking of lines: those in flight come to their end. */
  #ending: 'paused' | 'interrupted' | 'stopped' | null = null;
  /** Lines in a row that failed for a reason that may concern all. */
  #failures = 0;
  #endWait = (): void => undefined;

  constructor(id: string, lines: readonly RunLine[], journal: Journal, writer: PhotoWriter) {
    this.#id = id;
    this.#lines = [...lines];
    this.#journal = journal;
    this.#writer = writer;
    this.#progress = observable<RunProgress>({
      ...countLines(lines),
      phase: 'ready',
      error: null,
      waitsUntil: null,
      millisecondsLeft: null,
    });
  }

  get progress(): Observable<RunProgress> {
    return this.#progress;
  }

  /** The lines as they are now. */
  get lines(): readonly RunLine[] {
    return this.#lines;
  }

  /** Starts the run, or goes on with it. Resolves once it is finished, paused, stopped or interrupted. Never fails. */
  async start(): Promise<void> {
    if (this.#progress.value.phase === 'running') return;
    this.#ending = null;
    this.#failures = 0;
    this.#show({ phase: 'running', error: null });
    try {
      await withLock(`bulk-run-${this.#id}`, () => this.#changeAll());
    } catch (error) {
      this.#interrupt(error);
    }
    const isDone = !this.#lines.some(isOpen);
    this.#show({ phase: this.#phaseAfter(isDone), millisecondsLeft: null });
    if (isDone) await this.#journal.setRunState(this.#id, 'finished').catch((error: unknown) => this.#interrupt(error));
  }

  #phaseAfter(isDone: boolean): RunProgress['phase'] {
    if (this.#ending === 'interrupted') return this.#ending;
    return isDone ? 'finished' : (this.#ending ?? 'finished');
  }

  /** Sends nothing more until the next start. */
  pause(): void {
    this.#end('paused');
  }

  /** Sends nothing more at all: what is left is not tried. */
  async stop(): Promise<void> {
    this.#end('stopped');
    if (this.#progress.value.phase !== 'running') this.#show({ phase: 'stopped' });
    await this.#journal.setRunState(this.#id, 'stopped');
  }

  async #changeAll(): Promise<void> {
    // Another window may have gone on meanwhile.
    this.#lines = [...(await this.#journal.lines(this.#id))];
    const open = this.#lines.filter(isOpen);
    const startedAt = performance.now();
    let ended = 0;
    const work = async (): Promise<void> => {
      for (let line = open.shift(); line && !this.#ending; line = open.shift()) {
        await this.#change(line);
        const left = open.length / ++ended;
        this.#show({ millisecondsLeft: Math.round((performance.now() - startedAt) * left) });
      }
    };
    await Promise.all(Array.from({ length: maxInFlight }, work));
  }

  async #change(line: RunLine): Promise<void> {
    const wait = (error: ThrottledError): Promise<void> => this.#wait(error);
    const keep = (changed: RunLine): void => {
      this.#lines[changed.index] = changed;
    };
    try {
      const changed = await changePhoto({ journal: this.#journal, writer: this.#writer, onSent: keep, wait }, line);
      keep(changed);
      this.#countFailures(changed);
    } catch (error) {
      this.#interrupt(error);
    }
    this.#show({});
  }

  /** A service that fails for one person after the other fails for all. */
  #countFailures({ state }: RunLine): void {
    const Failure = state.kind === 'refused' ? reasonsOfAll[state.reason] : undefined;
    this.#failures = Failure ? this.#failures + 1 : 0;
    if (Failure && state.kind === 'refused' && this.#failures >= maxFailures) this.#interrupt(new Failure(state));
  }

  /** A pause of the service is one of the run. @throws ThrottledError where the run ends meanwhile. */
  async #wait(error: ThrottledError): Promise<void> {
    this.#show({ waitsUntil: error.notBefore });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, error.notBefore - Date.now());
      const endOthers = this.#endWait;
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
        endOthers();
      };
    });
    this.#show({ waitsUntil: null });
    if (this.#ending) throw error;
  }

  #interrupt(error: unknown): void {
    // What a pause has cut short is no failure.
    if (this.#ending) return;
    this.#end('interrupted');
    this.#show({ error: error instanceof Error ? error : new Error('The run was interrupted', { cause: error }) });
  }

  #end(how: 'paused' | 'interrupted' | 'stopped'): void {
    this.#ending = how;
    this.#endWait();
    this.#endWait = () => undefined;
  }

  #show(change: Partial<RunProgress>): void {
    this.#progress.set({ ...this.#progress.value, ...countLines(this.#lines), ...change });
  }
}

/** A run of the journal, to start it or to go on with it. */
export async function openRun(journal: Journal, runId: string, writer: PhotoWriter): Promise<BulkRun> {
  return new BulkRun(runId, await journal.lines(runId), journal, writer);
}
