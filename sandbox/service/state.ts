/** What a fault does to a matching request. */
export type Effect =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'drop' }
  /** The request is carried out, then the connection is closed without a response. */
  | { readonly kind: 'dropAnswer' }
  /** The first half of the response is sent, then the connection is closed. */
  | { readonly kind: 'truncate' }
  /** A body of so many megabytes of zeros; `isFolded`: compressed to a thousandth. */
  | { readonly kind: 'flood'; readonly megabytes: number; readonly isFolded?: boolean }
  | { readonly kind: 'claims' }
  | { readonly kind: 'expired' };

interface Fault {
  /** Regular expression on the path, or on the path of a batch's part. Undefined: every request. */
  readonly path?: string;
  /** Method of the request. Undefined: every method. */
  readonly method?: string;
  /** How many requests it affects. Undefined: no limit. */
  times?: number;
  readonly effect: Effect;
}

export interface State {
  /** Scopes that each account has consented to, without resource prefix. */
  consent: Record<string, readonly string[]>;
  /** Scopes that an administrator has consented to for everybody, by the domain of the organization. */
  adminConsent: Record<string, readonly string[]>;
  faults: Fault[];
  /** Delay of every response in milliseconds. */
  latency: number;
  /** Whether other origins may read Retry-After and WWW-Authenticate. */
  exposeHeaders: boolean;
  /** Milliseconds until reads return a photo that was set. */
  propagation: number;
  /** The organization does not allow photo changes. */
  photosLocked: boolean;
  /**
   * `proxyAddresses` without User.Read.All: `hidden` can be filtered but is left out of results, `allowed` is in
   * results too, `refused400` and `refused403` refuse filters with it.
   */
  proxyAddresses: ProxyAddresses;
  /**
   * Whether the directory can be searched; `refused`: 403 to everyone, as signed-in guests always get; `filterOnly`:
   * `$search` gets 400.
   */
  directorySearch: DirectorySearch;
  /** Entries of a page of users or groups without `$top`. */
  pageSize: number;
  /** Contacts without photos that every account has besides its named ones. */
  numberedContacts: number;
  /** Users of Contoso's directory, most of them made up (listedUsers.ts); 0: those of the stories. */
  organization: number;
  /** Requests, parts of batches among them, after which each gets 429 until the next window; 0: no limit. */
  requestLimit: number;
  /** Length of such a window. */
  requestLimitSeconds: number;
  /** How long after a Retry-After a request may still be under way from a client that has not read it. Milliseconds. */
  underWay: number;
  /** Permissions that people may not consent to themselves, besides those that always need an administrator. */
  adminOnly: string[];
}

const choices = {
  proxyAddresses: ['hidden', 'allowed', 'refused400', 'refused403'],
  directorySearch: ['allowed', 'refused', 'filterOnly'],
} as const;

type ProxyAddresses = (typeof choices)['proxyAddresses'][number];
type DirectorySearch = (typeof choices)['directorySearch'][number];

/** Effects on the connection, and on each request (also within a batch). */
export const connectionEffects = ['slow', 'drop', 'dropAnswer', 'truncate', 'flood'] as const;
export const responseEffects = ['status', 'claims', 'expired'] as const;

export const defaultConsent = ['User.Read', 'User.ReadBasic.All'];

export function initialState(): State {
  return {
    consent: {},
    adminConsent: {},
    faults: [],
    latency: 0,
    exposeHeaders: true,
    propagation: 0,
    photosLocked: false,
    proxyAddresses: 'hidden',
    directorySearch: 'allowed',
    pageSize: 100,
    numberedContacts: 0,
    organization: 0,
    requestLimit: 0,
    requestLimitSeconds: 60,
    underWay: 50,
    adminOnly: [],
  };
}

/** Merges a JSON object into the state. Returns a message if it is invalid, else null. */
export function patchState(state: State, change: unknown): string | null {
  if (typeof change !== 'object' || change === null) return 'Send a JSON object.';
  const { consent, ...others } = change as Partial<State>;
  const unknown = Object.keys(others).find((key) => !(key in state));
  if (unknown !== undefined) return `There is no "${unknown}". Known: ${Object.keys(state).join(', ')}.`;
  const mistyped = Object.entries(others).find(([key, value]) => !isLike(value, state[key as keyof State]));
  if (mistyped) return `${mistyped[0]} has to be like ${JSON.stringify(initialState()[mistyped[0] as keyof State])}.`;
  const outside = Object.entries(choices).find(([key, values]) => {
    const value: unknown = others[key as keyof typeof choices] ?? values[0];
    return !values.some((one) => one === value);
  });
  if (outside) return `${outside[0]} has to be one of ${outside[1].join(', ')}.`;
  Object.assign(state, others, consent && { consent: { ...state.consent, ...consent } });
  return null;
}

function isLike(value: unknown, other: unknown): boolean {
  return typeof value === typeof other && Array.isArray(value) === Array.isArray(other);
}

/** Returns the effect of the first fault that matches the request, and counts its `times` down. */
export function takeFault(
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
