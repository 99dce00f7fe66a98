/** What a fault does to a request it matches. */
export type Effect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'drop' }
  /** All is done as asked; then the connection ends without an answer. */
  | { readonly kind: 'dropAnswer' }
  /** The first half of the true answer, then the connection ends. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'claims' }
  | { readonly kind: 'expired' };

export interface Fault {
  /** Regular expression on the path, and for a part of a batch on the part's path. Missing: every request. */
  readonly path?: string;
  /** The request's method; missing: it strikes all of them. */
  readonly method?: string;
  /** How often it strikes; missing: until it is taken away. */
  times?: number;
  readonly effect: Effect;
}

export interface State {
  /** Bare scopes that each account has agreed to. */
  consent: Record<string, readonly string[]>;
  faults: Fault[];
  /** Milliseconds before every answer. */
  latency: number;
  /** Whether other origins may read Retry-After and WWW-Authenticate. */
  exposeHeaders: boolean;
  /** Milliseconds until a photo that was set is what reads tell. */
  propagation: number;
  /** The organisation lets nobody change photos. */
  photosLocked: boolean;
}

/** Kinds of effects on a whole exchange, and on each question in it. */
export const onExchange = ['slow', 'drop', 'dropAnswer', 'truncate'] as const;
export const onQuestion = ['status', 'claims', 'expired'] as const;

export const reading = ['User.Read', 'User.ReadBasic.All'];

export function initialState(): State {
  return { consent: {}, faults: [], latency: 0, exposeHeaders: true, propagation: 0, photosLocked: false };
}

/** Takes over the keys of a JSON object. @returns what is wrong with it, or null. */
export function patchState(state: State, change: unknown): string | null {
  if (typeof change !== 'object' || change === null) return 'Send a JSON object.';
  const { consent, ...others } = change as Partial<State>;
  const strange = Object.keys(others).find((key) => !(key in state));
  if (strange !== undefined) return `There is no "${strange}". Known: ${Object.keys(state).join(', ')}.`;
  const mistyped = Object.entries(others).find(([key, value]) => !isLike(value, state[key as keyof State]));
  if (mistyped) return `${mistyped[0]} has to be like ${JSON.stringify(initialState()[mistyped[0] as keyof State])}.`;
  Object.assign(state, others, consent && { consent: { ...state.consent, ...consent } });
  return null;
}

function isLike(value: unknown, other: unknown): boolean {
  return typeof value === typeof other && Array.isArray(value) === Array.isArray(other);
}

/** The first fault that strikes this path; one that strikes a number of times is counted down. */
export function strike(
  state: State,
  { path, method }: { readonly path: string; readonly method: string },
  kinds: readonly Effect['kind'][],
): Effect | null {
  const fault = state.faults.find(
    (fault) =>
      fault.times !== 0 &&
      kinds.includes(fault.effect.kind) &&
      (fault.method ?? method) === method &&
      new RegExp(fault.path ?? '', 'i').test(path),
  );
  if (!fault) return null;
  if (fault.times !== undefined) fault.times--;
  return fault.effect;
}
