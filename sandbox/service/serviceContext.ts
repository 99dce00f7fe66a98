import type { State } from './state';
import type { PhotoStore } from './store';
import type { TokenIssuer } from './tokens';

/** A received request, without its token. */
interface LogEntry {
  readonly method: string;
  /** Encoded, with the query. */
  readonly path: string;
  readonly status: number;
  /** Method of a part of a batch, if it is not GET; `method` is `PART`. */
  readonly partMethod?: string;
  /** It came before the end of a Retry-After. */
  readonly early?: true;
  /** Requests in flight when it came, including itself; undefined for parts of a batch. */
  readonly atOnce?: number;
}

/** State shared by the parts of the service. */
export interface ServiceContext {
  readonly tokens: TokenIssuer;
  readonly store: PhotoStore;
  /** Origin of the service as clients see it. */
  readonly origin: string;
  readonly log: LogEntry[];
  state: State;
  /** How often the service was reset. */
  resets: number;
  /** Requests in flight. */
  inFlight: number;
  /** When the latest Retry-After was sent, and its end. Milliseconds since 1970. */
  pausedAt: number;
  pausedUntil: number;
  /** What the request limit counts: since when (milliseconds since 1970), and how many. */
  window: { startedAt: number; requests: number };
}
