import { InteractionRequiredError, PromptBlockedError, SignInFailedError, SignInTimeoutError } from './errors';
import {
  connectToBridge,
  hasBridge,
  isBridgeOff,
  isBridgeTransient,
  isWithoutAccount,
  type NestedAppAuth,
} from './nestedAppAuth';
import type { SignInFailures } from './signInFailures';
import type { Token, TokenRequest } from './tokens';

export interface BridgeOptions {
  readonly clientId: string;
  readonly authority: string;
  /** Settles when Office.js is ready: some hosts add their bridge only then. */
  readonly hostReady: Promise<unknown>;
}

/**
 * Sign-in through Outlook's bridge: silently, and in a click with its prompt. A request that failed for good is not
 * repeated while the pane is open. A bridge that has given a token before failed for the requested scopes only.
 */
export class BridgeSignIn {
  readonly #options: BridgeOptions;
  readonly #failures: SignInFailures;
  #connection: Promise<NestedAppAuth> | null = null;
  #isOff = false;
  #hasGivenToken = false;
  /** Silent requests that failed for good, by `#keyOf` their scopes. */
  readonly #silentFailures = new Map<string, SignInFailedError>();
  /** Scopes for which a click goes to the dialog at once: the prompt failed for good, or the bridge did not respond. */
  readonly #withoutPrompt = new Set<string>();

  constructor(options: BridgeOptions, failures: SignInFailures) {
    this.#options = options;
    this.#failures = failures;
  }

  /**
   * Resolves with null when the dialog is to be used: without a bridge, with one that is off, and in a click in which it
   * failed. `isWrongAccount`: a silent request would return the token of the wrong account again.
   * @throws AuthError
   */
  async getToken(request: TokenRequest, isWrongAccount: boolean): Promise<Token | null> {
    const bridge = await this.#connect(request);
    if (!bridge) return null;
    try {
      if (!request.interactive) return await this.#getSilently(bridge, request);
      return await this.#getInClick(bridge, request, isWrongAccount);
    } catch (error) {
      if (!isBridgeOff(error)) throw error;
      this.#isOff = true;
      return null;
    }
  }

  /** Whether these scopes failed for good, or were requested without a response. */
  hasFailed(request: TokenRequest): boolean {
    const key = this.#keyOf(request);
    return this.#silentFailures.has(key) || this.#withoutPrompt.has(key);
  }

  /** The connection to Outlook's bridge; null without one. */
  async #connect(request: TokenRequest): Promise<NestedAppAuth | null> {
    if (this.#isOff) return null;
    if (!hasBridge()) await this.#options.hostReady;
    // Checked at each request: some hosts add the bridge late.
    if (!hasBridge()) return null;
    const connection = (this.#connection ??= connectToBridge(this.#options));
    try {
      return await this.#failures.record('connect', request, () => connection);
    } catch (error) {
      if (error instanceof SignInTimeoutError || isBridgeOff(error)) {
        this.#isOff = true;
        return null;
      }
      // The next request connects again.
      this.#connection = null;
      throw error;
    }
  }

  async #getSilently(bridge: NestedAppAuth, request: TokenRequest): Promise<Token> {
    const key = this.#keyOf(request);
    const earlier = this.#silentFailures.get(key);
    if (earlier) throw new SignInFailedError(earlier.code, request, { cause: earlier });
    try {
      return this.#received(request, await this.#failures.record('silent', request, () => bridge.getSilently(request)));
    } catch (error) {
      if (error instanceof SignInFailedError && !isBridgeTransient(error)) this.#silentFailures.set(key, error);
      if (error instanceof SignInTimeoutError) this.#withoutPrompt.add(key);
      throw error;
    }
  }

  /** Silently, then with the bridge's prompt; null when both failed. */
  async #getInClick(bridge: NestedAppAuth, request: TokenRequest, isWrongAccount: boolean): Promise<Token | null> {
    const key = this.#keyOf(request);
    if (this.#withoutPrompt.has(key)) return null;
    if (!isWrongAccount && !this.#silentFailures.has(key)) {
      try {
        return await this.#getSilently(bridge, request);
      } catch (error) {
        if (isBridgeOff(error) || !(error instanceof InteractionRequiredError || isBridgeFailure(error))) throw error;
      }
    }
    // A bridge that did not respond would not show its prompt either.
    return this.#withoutPrompt.has(key) ? null : this.#prompt(bridge, request);
  }

  async #prompt(bridge: NestedAppAuth, request: TokenRequest): Promise<Token | null> {
    try {
      return this.#received(request, await this.#failures.record('prompt', request, () => bridge.prompt(request)));
    } catch (error) {
      if (isBridgeOff(error) || !(isBridgeFailure(error) || isWithoutAccount(error))) throw error;
      if (!isBridgeTransient(error)) this.#withoutPrompt.add(this.#keyOf(request));
      // The click is minutes old: no other window can open.
      if (error instanceof SignInTimeoutError) throw error;
      return null;
    }
  }

  #received(request: TokenRequest, token: Token): Token {
    this.#hasGivenToken = true;
    const key = this.#keyOf(request);
    this.#silentFailures.delete(key);
    this.#withoutPrompt.delete(key);
    return token;
  }

  /** Until the first token, a failure is about all scopes. */
  #keyOf({ scopes }: TokenRequest): string {
    return this.#hasGivenToken ? [...scopes].sort().join(' ') : '';
  }
}

/** Whether the bridge failed, and not the person, the account, the consent or the network. */
function isBridgeFailure(error: unknown): boolean {
  return (
    error instanceof SignInFailedError || error instanceof SignInTimeoutError || error instanceof PromptBlockedError
  );
}
