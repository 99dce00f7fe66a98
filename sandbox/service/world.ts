import type { State } from './state';
import type { PhotoStore } from './store';
import type { Mint } from './tokens';

/** A request as it came, without its token. */
export interface Logged {
  readonly method: string;
  /** As on the request line. */
  readonly path: string;
  readonly status: number;
  /** It came although a pause that the service had asked for was not over. */
  readonly early?: true;
  /** How many requests were being answered when it came, itself among them; parts of a batch have none. */
  readonly atOnce?: number;
}

/** What the parts of the service share. */
export interface World {
  readonly mint: Mint;
  readonly store: PhotoStore;
  readonly log: Logged[];
  state: State;
  /** How many requests are being answered now. */
  inFlight: number;
  /** Until when the service has asked everybody to wait. Milliseconds since 1970. */
  pausedUntil: number;
}
