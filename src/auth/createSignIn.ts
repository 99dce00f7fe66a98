import { observable, withDeadline, type Observable } from '../base';
import { canServe, type MailboxOwner } from './account';
import { authErrorOf } from './authErrorOf';
import { BridgeSignIn, type BridgeOptions } from './bridgeSignIn';
import { DialogSignIn, type RequestInDialog } from './dialogSignIn';
import { InteractionRequiredError, WrongAccountError } from './errors';
import { SignInFailures, type SignInFailure } from './signInFailures';
import type { Account, Token, TokenRequest, TokenSource } from './tokens';

export interface SignInOptions extends BridgeOptions {
  /** The owner of the mailbox; null while it is unknown. */
  readonly owner: () => MailboxOwner | null;
  /** Settles when the ids of the owner are complete: a token is rejected for its account only after that. */
  readonly identified: () => Promise<unknown>;
  readonly requestInDialog: RequestInDialog;
  /** URL of the sign-in page for the dialog. */
  readonly pageUrl: string;
}

export interface SignIn extends TokenSource {
  /** Account and scopes of the latest token; null before the first. */
  readonly latest: Observable<AccountScopes | null>;
  /** The account of the latest token that was not rejected; null before the first. */
  readonly account: Observable<Account | null>;
  /** The latest failure of each sign-in method that has not succeeded since. */
  readonly failures: Observable<readonly SignInFailure[]>;
  /** After another account's mailbox was opened: its tokens are asked for as in a pane that has just been opened. */
  forgetAccount(): void;
}

type AccountScopes = Pick<Token, 'account' | 'scopes'>;

/** Longer than the timeouts of all steps of a sign-in; ends a wait for the host itself. Milliseconds. */
const signInTimeout = 330_000;

/**
 * Creates the pane's token source: nested app authentication where Outlook has a bridge, else an Office dialog. Tries
 * silently first. Only an `interactive` request opens a prompt: the bridge's, then the dialog where the bridge fails.
 */
export function createSignIn(options: SignInOptions): SignIn {
  return new OutlookSignIn(options);
}

class OutlookSignIn implements SignIn {
  readonly latest = observable<AccountScopes | null>(null);
  readonly account = observable<Account | null>(null);
  readonly failures: Observable<readonly SignInFailure[]>;
  readonly #options: SignInOptions;
  readonly #failures = new SignInFailures();
  #bridge: BridgeSignIn;
  #dialog: DialogSignIn;
  /** Requests in flight, by what they ask for. */
  #inFlight = new Map<string, Promise<Token>>();
  /** The last request of those that open prompts. */
  #lastPrompt: Promise<unknown> = Promise.resolve();
  /** The latest token was for another account; a silent request would return it again. */
  #isWrongAccount = false;

  constructor(options: SignInOptions) {
    this.#options = options;
    this.failures = this.#failures.latest;
    this.#bridge = new BridgeSignIn(options, this.#failures);
    this.#dialog = new DialogSignIn(options.requestInDialog, options.pageUrl);
  }

  async getToken({ signal, ...request }: TokenRequest): Promise<Token> {
    const bridge = this.#bridge;
    const token = await withDeadline(this.#share(request), signInTimeout, 'sign-in', signal);
    const otherOwner = await this.#otherOwner(token);
    // The account has changed meanwhile; a window needs another click.
    if (bridge !== this.#bridge) return this.getToken({ ...request, interactive: false, ...(signal && { signal }) });
    this.latest.set({ account: token.account, scopes: this.#knownScopes(token) });
    this.#isWrongAccount = otherOwner !== null;
    if (!otherOwner) {
      if (token.account.objectId !== this.account.value?.objectId) this.account.set(token.account);
      return token;
    }
    if (token.account.objectId === this.account.value?.objectId) this.account.set(null);
    this.#dialog.evict(token);
    throw new WrongAccountError(token.account, otherOwner.address, request.scopes);
  }

  forgetAccount(): void {
    this.#bridge = new BridgeSignIn(this.#options, this.#failures);
    this.#dialog = new DialogSignIn(this.#options.requestInDialog, this.#options.pageUrl);
    this.#inFlight = new Map();
    this.#isWrongAccount = false;
    this.latest.set(null);
    this.account.set(null);
  }

  /** The owner of the mailbox when the token is for another account, else null. */
  async #otherOwner({ account }: Token): Promise<MailboxOwner | null> {
    const owner = this.#options.owner();
    if (!owner || canServe(account, owner)) return null;
    // An account may sign in with a name of another domain than its mailbox's: then only the tenants match.
    await this.#options.identified();
    const identified = this.#options.owner();
    return identified && !canServe(account, identified) ? identified : null;
  }

  /** Equal requests share one in flight, without a signal: a caller that aborts does not end it for the others. */
  #share(request: TokenRequest): Promise<Token> {
    const { scopes, claims, fresh = false, interactive = false } = request;
    const key = JSON.stringify([scopes, claims, fresh, interactive]);
    const inFlight = this.#inFlight;
    const token = inFlight.get(key) ?? this.#takeTurn(request).finally(() => inFlight.delete(key));
    inFlight.set(key, token);
    return token;
  }

  /** Only one prompt is open at a time; what waited for it is served by its token where that has the scopes. */
  #takeTurn(request: TokenRequest): Promise<Token> {
    const acquire = (): Promise<Token> => this.#acquire(request);
    if (!request.interactive) return acquire();
    const token = this.#lastPrompt.then(acquire, acquire);
    this.#lastPrompt = token;
    return token;
  }

  async #acquire(request: TokenRequest): Promise<Token> {
    try {
      // First: there is a token of the dialog only where the bridge failed.
      const cached = this.#dialog.cachedToken(request);
      if (cached) return cached;
      const isReplaced = this.#dialog.hasGivenToken && !request.interactive && this.#bridge.hasFailed(request);
      const token = isReplaced ? null : await this.#bridge.getToken(request, this.#isWrongAccount);
      return token ?? (await this.#acquireFromDialog(request));
    } catch (error) {
      throw authErrorOf(error, request);
    }
  }

  async #acquireFromDialog(request: TokenRequest): Promise<Token> {
    if (!request.interactive) throw new InteractionRequiredError(request);
    const loginHint = this.#options.owner()?.address;
    return this.#failures.record('dialog', request, () => this.#dialog.prompt(request, loginHint));
  }

  /** A token may list only the requested scopes: those of earlier tokens of the same account are granted too. */
  #knownScopes({ account, scopes }: Token): readonly string[] {
    const latest = this.latest.value;
    const earlier = latest?.account.username === account.username ? latest.scopes : [];
    return [...new Set([...earlier, ...scopes])];
  }
}
