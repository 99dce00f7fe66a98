import { observable, withDeadline, type Observable } from '../base';
import { canServe, type MailboxOwner } from './account';
import { authErrorOf } from './authErrorOf';
import { DialogSignIn, type RequestInDialog } from './dialogSignIn';
import { InteractionRequiredError, WrongAccountError } from './errors';
import { connectToBridge, hasBridge, type NestedAppAuth } from './nestedAppAuth';
import type { Account, Token, TokenRequest, TokenSource } from './tokens';

export interface SignInOptions {
  readonly clientId: string;
  readonly authority: string;
  /** Settles when Office.js is ready: some hosts add their bridge only then. */
  readonly hostReady: Promise<unknown>;
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
}

type AccountScopes = Pick<Token, 'account' | 'scopes'>;

/** Longer than the timeouts of all steps of a sign-in; ends a wait for the host itself. Milliseconds. */
const signInTimeout = 330_000;

/**
 * Creates the pane's token source: nested app authentication where Outlook has a bridge, else an Office dialog. Tries
 * silently first; opens a prompt only for an `interactive` request.
 */
export function createSignIn(options: SignInOptions): SignIn {
  return new OutlookSignIn(options);
}

class OutlookSignIn implements SignIn {
  readonly latest = observable<AccountScopes | null>(null);
  readonly account = observable<Account | null>(null);
  readonly #options: SignInOptions;
  readonly #dialog: DialogSignIn;
  /** Requests in flight, by what they ask for. */
  readonly #inFlight = new Map<string, Promise<Token>>();
  #connection: Promise<NestedAppAuth | null> | null = null;
  /** The latest token was for another account; a silent request would return it again. */
  #isWrongAccount = false;

  constructor(options: SignInOptions) {
    this.#options = options;
    this.#dialog = new DialogSignIn(options.requestInDialog, options.pageUrl);
  }

  async getToken({ signal, ...request }: TokenRequest): Promise<Token> {
    const token = await withDeadline(this.#share(request), signInTimeout, 'sign-in', signal);
    this.latest.set({ account: token.account, scopes: this.#knownScopes(token) });
    const otherOwner = await this.#otherOwner(token);
    this.#isWrongAccount = otherOwner !== null;
    if (!otherOwner) {
      if (token.account.objectId !== this.account.value?.objectId) this.account.set(token.account);
      return token;
    }
    if (token.account.objectId === this.account.value?.objectId) this.account.set(null);
    this.#dialog.evict(token);
    throw new WrongAccountError(token.account, otherOwner.address, request.scopes);
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
    const token = this.#inFlight.get(key) ?? this.#acquire(request).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, token);
    return token;
  }

  async #acquire(request: TokenRequest): Promise<Token> {
    try {
      const outlook = await this.#connect();
      const token = outlook && (await this.#acquireFromOutlook(outlook, request));
      return token ?? (await this.#acquireFromDialog(request));
    } catch (error) {
      throw authErrorOf(error, request.scopes);
    }
  }

  /** The connection to Outlook's bridge; null without one. */
  async #connect(): Promise<NestedAppAuth | null> {
    if (!hasBridge()) await this.#options.hostReady;
    // Checked at each request: some hosts add the bridge late.
    if (!hasBridge()) return null;
    this.#connection ??= connectToBridge(this.#options);
    try {
      return await this.#connection;
    } catch (error) {
      // The next request connects again.
      this.#connection = null;
      throw error;
    }
  }

  async #acquireFromOutlook(outlook: NestedAppAuth, request: TokenRequest): Promise<Token | null> {
    if (this.#isWrongAccount && request.interactive) return outlook.prompt(request);
    try {
      return await outlook.getSilently(request);
    } catch (error) {
      const failure = authErrorOf(error, request.scopes);
      if (!request.interactive || !(failure instanceof InteractionRequiredError)) throw failure;
      return outlook.prompt(request);
    }
  }

  async #acquireFromDialog(request: TokenRequest): Promise<Token> {
    const cached = this.#dialog.cachedToken(request);
    if (cached) return cached;
    if (!request.interactive) throw new InteractionRequiredError(request.scopes);
    return this.#dialog.prompt(request, this.#options.owner()?.address);
  }

  /** A token may list only the requested scopes: those of earlier tokens of the same account are granted too. */
  #knownScopes({ account, scopes }: Token): readonly string[] {
    const latest = this.latest.value;
    const earlier = latest?.account.username === account.username ? latest.scopes : [];
    return [...new Set([...earlier, ...scopes])];
  }
}
