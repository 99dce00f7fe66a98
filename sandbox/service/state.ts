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
  /** The first half of the true answer, then the connection ends. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'claims' }
  | { readonly kind: 'expired' };

export interface Fault {
  /** Regular expression on the path, and for a part of a batch on the part's path. Missing: every request. */
  readonly path?: string;
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
}

/** Kinds of effects on a whole exchange, and on each question in it. */
export const onExchange = ['slow', 'drop', 'truncate'] as const;
export const onQuestion = ['status', 'claims', 'expired'] as const;

export const reading = ['User.Read', 'User.ReadBasic.All'];

export function initialState(): State {
  return { consent: {}, faults: [], latency: 0, exposeHeaders: true };
}

/** Takes over the keys of a JSON object. @returns what is wrong with it, or null. */
export function patchState(state: State, change: unknown): string | null {
  if (typeof change !== 'object' || change === null) return 'Send a JSON object.';
  const { consent, faults, latency, exposeHeaders, ...unknown } = change as Partial<State>;
  const strange = Object.keys(unknown)[0];
  if (strange !== undefined) return `There is no "${strange}". Known: consent, faults, latency, exposeHeaders.`;
  if (faults !== undefined && !Array.isArray(faults)) return 'faults has to be a list.';
  if (latency !== undefined && !(latency >= 0)) return 'latency has to be milliseconds.';
  Object.assign(state, {
    ...(consent && { consent: { ...state.consent, ...consent } }),
    ...(faults && { faults }),
    ...(latency !== undefined && { latency }),
    ...(exposeHeaders !== undefined && { exposeHeaders }),
  });
  return null;
}

/** The first fault that strikes this path; one that strikes a number of times is counted down. */
export function strike(state: State, path: string, kinds: readonly Effect['kind'][]): Effect | null {
  const fault = state.faults.find(
    ({ path: pattern, times, effect }) =>
      times !== 0 && kinds.includes(effect.kind) && new RegExp(pattern ?? '', 'i').test(path),
  );
  if (!fault) return null;
  if (fault.times !== undefined) fault.times--;
  return fault.effect;
}
