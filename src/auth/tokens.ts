/** The account that a token was issued for. */
export interface Account {
  /** Empty where the id token has none. */
  readonly name: string;
  /** The name that the account signs in with, usually an address. */
  readonly username: string;
  readonly tenantId: string | null;
  readonly objectId: string | null;
  /** Every address in the id token, the user name among them. */
  readonly addresses: readonly string[];
}

export interface Token {
  readonly accessToken: string;
  readonly account: Account;
  /** The granted scopes, as the identity provider writes them. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970; NaN where it is not known. */
  readonly expiresAt: number;
}

export interface TokenRequest {
  /** At least one scope of the photo service. */
  readonly scopes: readonly string[];
  /** A decoded claims challenge that the token must satisfy. */
  readonly claims?: string;
  /** Bypasses cached tokens, after the service has rejected one. */
  readonly fresh?: boolean;
  /** True only inside a click: a window may open. */
  readonly interactive?: boolean;
  readonly signal?: AbortSignal;
}

export interface TokenSource {
  /** @throws AuthError; the signal's own reason when it aborts. */
  getToken(request: TokenRequest): Promise<Token>;
}
