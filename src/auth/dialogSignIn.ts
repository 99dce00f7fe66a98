import { SignInFailedError } from './errors';
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

/** The response of the sign-in page: a token, or a code of MSAL. */
export type DialogResponse =
  { readonly kind: 'token'; readonly token: Token } | { readonly kind: 'failed'; readonly code: string };

/** A cached token is unused this long before it expires, so that it does not expire in flight. Milliseconds. */
const expiryMargin = 300_000;

/**
 * Sign-in in an Office dialog, for hosts without nested app authentication. Tokens are cached in memory until shortly
 * before they expire; a new one needs a click, because only a click may open a window.
 */
export class DialogSignIn {
  readonly #requestInDialog: RequestInDialog;
  readonly #pageUrl: string;
  #tokens: readonly Token[] = [];

  constructor(requestInDialog: RequestInDialog, pageUrl: string) {
    this.#requestInDialog = requestInDialog;
    this.#pageUrl = pageUrl;
  }

  /** A cached token with all the scopes; null when there is none, or when the request needs a new one. */
  cachedToken({ scopes, claims, fresh = false }: TokenRequest): Token | null {
    if (fresh || claims !== undefined) return null;
    this.#tokens = this.#tokens.filter(({ expiresAt }) => expiresAt - expiryMargin > Date.now());
    return this.#tokens.find((token) => scopes.every((scope) => hasScope(token, scope))) ?? null;
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
    const response = parseResponse(await this.#requestInDialog(url, signal));
    if (response.kind === 'failed') {
      throw Object.assign(new Error('The sign-in page failed'), { code: response.code });
    }
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

/** @throws SignInFailedError when the message is none of the sign-in page. */
function parseResponse(message: string): DialogResponse {
  try {
    const { kind, code, token } = JSON.parse(message) as Partial<{ kind: string; code: string; token: Token }>;
    if (kind === 'failed' && typeof code === 'string') return { kind, code };
    if (kind === 'token' && typeof token?.accessToken === 'string') return { kind, token };
  } catch (cause) {
    throw new SignInFailedError('unreadable_answer', { cause });
  }
  throw new SignInFailedError('unreadable_answer');
}
