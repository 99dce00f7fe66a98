import { observable, type Observable } from '../base';
import { ThrottledError } from '../http';
import { PermissionError, ServiceError, type PhotoService } from '../photos';
import type { DirectoryPerson } from './directoryPerson';
import { firstGroupPage, firstPage, readPage, type ReadUrl } from './peoplePages';
import type { PhotoState } from './photoState';
import { ReadingOrder } from './readingOrder';
import { StateReader } from './stateReader';

/** The people and groups of the organization and their photos, as far as they are read. Each change is another object. */
export interface Overview {
  /** In the order of names, the groups after the people. The list grows, and what is in it stays in its place. */
  readonly people: readonly DirectoryPerson[];
  /** By place in the list; undefined: not read yet. */
  readonly states: readonly (PhotoState | undefined)[];
  /** How many states are read. */
  readonly read: number;
  /** Whether the list is complete. */
  readonly isListed: boolean;
  /** The account may not list groups, although it should: the list has people only. */
  readonly lacksGroups: boolean;
  /** Why reading has stopped; null while it goes on, and when all is read. */
  readonly problem: { readonly error: unknown } | null;
  /** The service asks for a pause until then, in milliseconds since 1970; null where it does not. */
  readonly pausedUntil: number | null;
}

export interface OrganizationOptions {
  readonly service: Pick<PhotoService, 'getMetadata' | 'endPauses'>;
  /** Reads a page of users or groups, with the same limits and pauses as `service`. */
  readonly read: (url: string, signal: AbortSignal, headers: Parameters<ReadUrl>[1]) => ReturnType<ReadUrl>;
  /** Whether groups are listed too. Without it, none is requested. */
  readonly groups: boolean;
  /** Root of the service, without a slash at its end. */
  readonly serviceUrl: string;
}

/** Requests to the service at once: four in all. One is for pages of the list, and one for the faces on the screen. */
const lanes = { whileListing: 2, after: 3 };

/** Changes are reported together for this time. Milliseconds. */
const reportInterval = 100;

/** Reads everybody in the organization page by page, and the states of their photos beside it. */
export class Organization {
  readonly overview: Observable<Overview>;
  readonly #overview;
  readonly #options: OrganizationOptions;
  readonly #stop = new AbortController();
  readonly #order = new ReadingOrder();
  readonly #reader: StateReader;
  readonly #people: DirectoryPerson[] = [];
  readonly #ids = new Set<string>();
  readonly #states: (PhotoState | undefined)[] = [];
  #read = 0;
  #next: string | null;
  /** The people are listed, and pages of groups are read. */
  #isAtGroups = false;
  #lacksGroups = false;
  #isListing = false;
  #problem: Overview['problem'] = null;
  #pausedUntil: number | null = null;
  #report: ReturnType<typeof setTimeout> | null = null;

  constructor(options: OrganizationOptions) {
    this.#options = options;
    this.#next = firstPage(options.serviceUrl);
    this.#overview = observable(this.#snapshot());
    this.overview = this.#overview;
    this.#reader = new StateReader({
      service: options.service,
      order: this.#order,
      personAt: (entry) => this.#people[entry],
      isComplete: () => this.#next === null,
      lanes: () => (this.#next === null ? lanes.after : lanes.whileListing),
      signal: this.#stop.signal,
      onState: (entry, state) => {
        this.#states[entry] = state;
        this.#read++;
        this.#changed();
      },
      onPause: (until) => {
        this.#pausedUntil = until;
        this.#changed();
      },
      onProblem: (error) => this.#fail(error),
    });
    void this.#list();
  }

  /** The states of these people, by their places in the list, are read before the others. */
  readFirst(entries: readonly number[]): void {
    this.#order.putFirst(entries);
  }

  /** The states of these people, by object id, are read again: they may have changed. */
  readAgain(ids: ReadonlySet<string>): void {
    const entries = [...this.#states.keys()].filter(
      (entry) => this.#states[entry] && ids.has(this.#people[entry]?.id ?? ''),
    );
    for (const entry of entries) this.#states[entry] = undefined;
    this.#read -= entries.length;
    this.#order.giveBack(entries);
    this.#emit();
    this.#reader.fill();
  }

  /** Goes on after a problem. Only inside a click: it ends the pauses of a service that was down. */
  retry(): void {
    this.#options.service.endPauses();
    this.#problem = null;
    this.#changed();
    void this.#list();
    this.#reader.resume();
  }

  /** Ends all requests. */
  close(): void {
    this.#stop.abort();
    if (this.#report) clearTimeout(this.#report);
  }

  async #list(): Promise<void> {
    if (this.#isListing) return;
    this.#isListing = true;
    const { signal } = this.#stop;
    try {
      while (this.#next !== null) await this.#listPage(this.#next, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      this.#isListing = false;
    }
  }

  async #listPage(url: string, signal: AbortSignal): Promise<void> {
    try {
      const read: ReadUrl = (one, headers) => this.#options.read(one, signal, headers);
      const page = await readPage(url, read, this.#isAtGroups);
      this.#next = page.next ?? this.#afterPeople();
      this.#add(page.people);
      if (this.#next === null) this.#ids.clear();
      this.#reader.fill();
    } catch (error) {
      if (error instanceof ThrottledError) await this.#waitUntil(error.notBefore, signal);
      else if (isRefused(error) && this.#isAtGroups) this.#endWithoutGroups();
      else if (isRefused(error) && url === firstPage(this.#options.serviceUrl)) {
        this.#next = firstPage(this.#options.serviceUrl, true);
      } else throw error;
    }
  }

  /** What follows the last page of people, once: the first page of groups, where they are listed; else null. */
  #afterPeople(): string | null {
    if (!this.#options.groups || this.#isAtGroups) return null;
    this.#isAtGroups = true;
    return firstGroupPage(this.#options.serviceUrl);
  }

  #endWithoutGroups(): void {
    this.#next = null;
    this.#lacksGroups = true;
    this.#emit();
    this.#reader.fill();
  }

  /** The page is requested again then. */
  async #waitUntil(end: number, signal: AbortSignal): Promise<void> {
    this.#pausedUntil = end;
    this.#changed();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, end - Date.now()));
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    signal.throwIfAborted();
    this.#pausedUntil = null;
  }

  /** A person who was renamed between two pages comes twice. */
  #add(people: readonly DirectoryPerson[]): void {
    for (const person of people) {
      if (this.#ids.has(person.id)) continue;
      this.#ids.add(person.id);
      this.#people.push(person);
    }
    this.#states.length = this.#people.length;
    this.#order.count = this.#people.length;
    this.#emit();
  }

  #fail(error: unknown): void {
    this.#problem = { error };
    this.#emit();
  }

  #changed(): void {
    this.#report ??= setTimeout(() => this.#emit(), reportInterval);
  }

  #emit(): void {
    if (this.#report) clearTimeout(this.#report);
    this.#report = null;
    this.#overview.set(this.#snapshot());
  }

  #snapshot(): Overview {
    return {
      people: this.#people,
      states: this.#states,
      read: this.#read,
      isListed: this.#next === null,
      lacksGroups: this.#lacksGroups,
      problem: this.#problem,
      pausedUntil: this.#pausedUntil,
    };
  }
}

/** Some directories refuse a list with properties that the permission does not cover; others leave these out. */
function isRefused(error: unknown): boolean {
  return error instanceof PermissionError || (error instanceof ServiceError && error.status === 400);
}
