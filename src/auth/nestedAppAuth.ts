import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { withDeadline } from '../base';
import type { ErrorCodes } from './authErrorOf';
import { SignInFailedError } from './errors';
import { tokenOf } from './tokenOf';
import type { Token, TokenRequest } from './tokens';

/** MSAL and Outlook's bridge have no timeouts of their own. Milliseconds. */
const timeouts = { connect: 10_000, silent: 15_000, prompt: 300_000 };

/** MSAL's code when it runs without a bridge and has no account either: the bridge has refused to connect. */
const noBridgeCode = 'no_account_error';

/** Statuses of a bridge that is switched off (MSAL's `BridgeStatusCode`). */
const offStatuses = new Set<string | undefined>(['DISABLED', 'NESTED_APP_AUTH_UNAVAILABLE']);

/** Whether Outlook has put its sign-in bridge into the page yet. */
export function hasBridge(): boolean {
  const page = globalThis as { nestedAppAuthBridge?: unknown; __initializeNestedAppAuth?: unknown };
  return page.nestedAppAuthBridge !== undefined || typeof page.__initializeNestedAppAuth === 'function';
}

/** Connects to Outlook's bridge. Rejects with a DeadlineError when it does not respond. */
export async function connectToBridge(auth: { clientId: string; authority: string }): Promise<NestedAppAuth> {
  const { createNestablePublicClientApplication } = await import(/* webpackChunkName: "msal" */ '@azure/msal-browser');
  const client = createNestablePublicClientApplication({
    // Without known authorities MSAL does not find its cached tokens for authorities outside the public cloud.
    auth: { clientId: auth.clientId, authority: auth.authority, knownAuthorities: [new URL(auth.authority).host] },
    // Tokens stay in memory and are never written to the machine.
    cache: { cacheLocation: 'memoryStorage' },
  });
  return new NestedAppAuth(await withDeadline(client, timeouts.connect, 'the sign-in bridge'));
}

/**
 * Sign-in through Outlook itself (nested app authentication). Throws errors of MSAL, with the bridge's status as
 * `bridgeStatus`: see `authErrorOf`.
 */
export class NestedAppAuth {
  readonly #client: IPublicClientApplication;

  constructor(client: IPublicClientApplication) {
    this.#client = client;
  }

  async getSilently({ scopes, claims, fresh = false, signal }: TokenRequest): Promise<Token> {
    const request = { scopes: [...scopes], forceRefresh: fresh, ...(claims !== undefined && { claims }) };
    return this.#withBridgeStatus((correlationId) => {
      const result = this.#client.acquireTokenSilent({ ...request, correlationId });
      return withDeadline(result, timeouts.silent, 'silent sign-in', signal);
    });
  }

  /** Only inside a click. */
  async prompt({ scopes, claims, signal }: TokenRequest): Promise<Token> {
    const request = { scopes: [...scopes], ...(claims !== undefined && { claims }) };
    return this.#withBridgeStatus((correlationId) => {
      const result = this.#client.acquireTokenPopup({ ...request, correlationId });
      return withDeadline(result, timeouts.prompt, 'the sign-in prompt', signal);
    });
  }

  /** MSAL throws the same error for several statuses of the bridge; only its events have the response of the bridge. */
  async #withBridgeStatus(send: (correlationId: string) => Promise<AuthenticationResult>): Promise<Token> {
    const correlationId = crypto.randomUUID();
    let response: BridgeResponse = {};
    const callback = this.#client.addEventCallback((event) => {
      if (event.correlationId === correlationId) response = (event.error ?? {}) as BridgeResponse;
    });
    try {
      return tokenOf(await send(correlationId));
    } catch (error) {
      const { status, subError } = response;
      throw status === undefined ? error : Object.assign(error as Error, { bridgeStatus: status, subError });
    } finally {
      if (callback !== null) this.#client.removeEventCallback(callback);
    }
  }
}

/** A failure as the bridge reports it. */
interface BridgeResponse {
  readonly status?: string;
  readonly subError?: string;
}

/** Whether a request failed because the bridge is switched off: the dialog is used as without a bridge. */
export function isBridgeOff(error: unknown): boolean {
  const { errorCode, bridgeStatus } = causeOf(error);
  return offStatuses.has(bridgeStatus) || (bridgeStatus === undefined && errorCode === noBridgeCode);
}

/** Whether the bridge reported that the same request may succeed later. */
export function isBridgeTransient(error: unknown): boolean {
  return error instanceof SignInFailedError && error.isTransient;
}

/** Whether the bridge has no account for the mailbox. */
export function isWithoutAccount(error: unknown): boolean {
  return causeOf(error).bridgeStatus === 'ACCOUNT_UNAVAILABLE';
}

/** The codes of what MSAL threw, below the AuthError. */
function causeOf(error: unknown): Partial<ErrorCodes> {
  return (error as { readonly cause?: ErrorCodes }).cause ?? {};
}
