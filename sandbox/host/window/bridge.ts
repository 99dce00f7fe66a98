import { askConsent } from './consent';
import type { SandboxPerson } from './item';

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly claims?: string };
}

interface BridgeError {
  readonly status: string;
  readonly code?: string;
  readonly missing?: readonly string[];
  /** False: only an administrator may agree. */
  readonly mayConsent?: boolean;
}

interface BridgeTokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly account: object;
}

/** Answers requests of the sign-in bridge in the pane (nested app authentication). `user`: the account of the moment. */
export function answerBridge(
  frame: HTMLIFrameElement,
  paneOrigin: string,
  control: string,
  user: () => SandboxPerson,
  mode: string,
) {
  const send = (answer: object): void =>
    frame.contentWindow?.postMessage({ bridgeAnswer: JSON.stringify(answer) }, paneOrigin);

  window.addEventListener('message', ({ source, origin, data }: MessageEvent<{ bridgeRequest?: unknown }>) => {
    if (source !== frame.contentWindow || origin !== paneOrigin || typeof data.bridgeRequest !== 'string') return;
    const request = JSON.parse(data.bridgeRequest) as BridgeRequest;
    if (mode === 'silent' || (mode === 'silenttoken' && request.method !== 'GetInitContext')) return;
    void answer(request).then((outcome) =>
      send({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...outcome }),
    );
  });

  async function answer({ method, tokenParams }: BridgeRequest): Promise<object> {
    if (mode === 'refusing') return { success: false, error: { status: 'DISABLED' } };
    if (method === 'GetInitContext') {
      return { success: true, initContext: { sdkName: 'sandbox', sdkVersion: '1' } };
    }
    if (!tokenParams) return { success: false, error: { status: 'PERSISTENT_ERROR', code: 'no_token_params' } };
    if (mode.startsWith('persistent')) return { success: false, error: persistentError(mode === 'persistentcode') };
    const outcome = await requestToken(tokenParams);
    if (!('status' in outcome)) return tokenResponse(outcome);
    if (method !== 'GetTokenPopup') return { success: false, error: outcome };
    const missing = outcome.missing ?? [];
    if (mode === 'cancels' || !(await askConsent(user().address, missing, control, outcome.mayConsent !== false))) {
      return { success: false, error: { status: 'USER_CANCEL' } };
    }
    const second = await requestToken(tokenParams);
    return 'status' in second ? { success: false, error: second } : tokenResponse(second);
  }

  async function requestToken(
    tokenParams: NonNullable<BridgeRequest['tokenParams']>,
  ): Promise<BridgeTokens | BridgeError> {
    const address = mode === 'wrongaccount' ? 'nina@fabrikam.com' : user().address;
    const body = JSON.stringify({ ...tokenParams, user: address });
    try {
      const answered = await fetch(`${control}/nested-token`, { method: 'POST', body });
      return (await answered.json()) as BridgeTokens | BridgeError;
    } catch {
      return { status: 'NO_NETWORK' };
    }
  }
}

function tokenResponse({ access_token, id_token, expires_in, scope, account }: BridgeTokens): object {
  return { success: true, token: { access_token, id_token, expires_in, scope, properties: null }, account };
}

/** As seen in Outlook on Windows and Mac, with and without a code. */
function persistentError(hasCode: boolean): object {
  const status = 'PERSISTENT_ERROR';
  return hasCode ? { status, code: 'native_executor_error', description: 'The native executor failed.' } : { status };
}
