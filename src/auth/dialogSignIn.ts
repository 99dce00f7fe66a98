import type { Token, TokenRequest } from './tokens';

/**
 * Opens a page in a dialog and resolves with the one message it sends. Rejects with an error that has Office's `code`, or
 * the signal's own reason when it aborts.
 */
export type RequestInDialog = (url: string, signal?: AbortSignal) => Promise<string>;

/** The request of the pane to the sign-in page. */
export interface DialogRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly loginHint?: string;
}

/** A cached token is unused this long before it expires, so that it does not expire in flight. Milliseconds. */
const expiryMargin = 300_000;

/**
 * Sign-in in an Office dialog, for hosts without nested app authentication or where it fails. Tokens are cached in memory until shortly
 * before they expire; a new one needs a click, because only a click may open a window.
 */
export class DialogSignIn {
  readonly #requestInDialog: RequestInDialog;
  readonly #pageUrl: string;
  #tokens: readonly Token[] = [];
  #hasGivenToken = false;

  constructor(requestInDialog: RequestInDialog, pageUrl: string) {
    this.#requestInDialog = requestInDialog;
    this.#pageUrl = pageUrl;
  }

  /** Whether the dialog has signed in since the pane was opened. */
  get hasGivenToken(): boolean {
    return this.#hasGivenToken;
  }

  /** A cached token with all the scopes; null when there is none, or when the request needs a new one. */
  cachedToken({ scopes, claims, fresh = false }: TokenRequest): Token | null {
    const hasScopes = (token: Token): boolean => scopes.every((scope) => hasScope(token, scope));
    const isRefused = fresh || claims !== undefined;
    this.#tokens = this.#tokens.filter(
      // A token whose end cannot be read is used until the service refuses it.
      (token) => !(token.expiresAt && token.expiresAt - expiryMargin <= Date.now()) && !(isRefused && hasScopes(token)),
    );
    return this.#tokens.find(hasScopes) ?? null;
  }

  /** Opens the dialog. Only inside a click. */
  async prompt({ scopes, claims, signal }: TokenRequest, loginHint?: string): Promise<Token> {
    const request: DialogRequest = {
      scopes,
      ...(claims !== undefined && { claims }),
      ...(loginHint !== undefined && { loginHint }),
    };
    // The login hint is personal data: a fragment is not sent to the server.
    const url = `${this.#pageUrl}#${encodeURIComponent(JSON.stringify(request))}`;
    // Loaded while the window is open: most sign-ins have no dialog.
    const [message, { parseResponse }] = await Promise.all([
      this.#requestInDialog(url, signal),
      import(/* webpackChunkName: "dialog-response" */ './dialogResponse'),
    ]);
    const response = parseResponse(message);
    if (response.kind === 'failed') {
      const { code, subError } = response;
      throw Object.assign(new Error('The sign-in page failed'), { code, subError });
    }
    this.#hasGivenToken = true;
    this.#tokens = [response.token, ...this.#tokens];
    return response.token;
  }

  /** Removes a token from the cache. */
  evict(token: Token): void {
    this.#tokens = this.#tokens.filter((one) => one !== token);
  }
}

function hasScope(token: Token, scope: string): boolean {
  return token.scopes.some((one) => one.toLowerCase() === scope.toLowerCase());
}
