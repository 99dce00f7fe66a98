/** The account that a token speaks for. */
export interface Account {
  /** What the account signs in with, usually an address. */
  readonly username: string;
  readonly tenantId: string | null;
  readonly objectId: string | null;
  /** Every address that the identity provider tells for the account, the user name among them. */
  readonly addresses: readonly string[];
}

export interface Token {
  readonly accessToken: string;
  readonly account: Account;
  /** The permissions that the token holds, as the identity provider wrote them. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface TokenRequest {
  /** At least one scope of the photo service. */
  readonly scopes: readonly string[];
  /** A decoded claims challenge: the token must answer it. */
  readonly claims?: string;
  /** A token other than the one that the service has just refused. */
  readonly fresh?: boolean;
  /** True only inside a click: a window may open. */
  readonly interactive?: boolean;
  readonly signal?: AbortSignal;
}

/** Where tokens come from. Every failure is one of the errors of this room, or the signal's own reason. */
export interface TokenSource {
  getToken(request: TokenRequest): Promise<Token>;
}
