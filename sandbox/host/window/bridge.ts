import { consent } from './consent';
import type { Listed } from './mail';

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly claims?: string };
}

interface Refusal {
  readonly status: string;
  readonly code?: string;
  readonly missing?: readonly string[];
  /** False: only an administrator may agree. */
  readonly mayAgree?: boolean;
}

interface Granted {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly account: object;
}

/** Answers the sign-in bridge of the pane, as Outlook does for an add-in (nested app authentication). */
export function answerBridge(
  frame: HTMLIFrameElement,
  paneOrigin: string,
  control: string,
  user: Listed,
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
    const outcome = await ask(tokenParams);
    if (!('status' in outcome)) return granted(outcome);
    if (method !== 'GetTokenPopup') return { success: false, error: outcome };
    const missing = outcome.missing ?? [];
    if (mode === 'cancels' || !(await consent(user.address, missing, control, outcome.mayAgree !== false))) {
      return { success: false, error: { status: 'USER_CANCEL' } };
    }
    const again = await ask(tokenParams);
    return 'status' in again ? { success: false, error: again } : granted(again);
  }

  async function ask(tokenParams: NonNullable<BridgeRequest['tokenParams']>): Promise<Granted | Refusal> {
    const address = mode === 'wrongaccount' ? 'nina@fabrikam.com' : user.address;
    const body = JSON.stringify({ ...tokenParams, user: address });
    try {
      const answered = await fetch(`${control}/nested-token`, { method: 'POST', body });
      return (await answered.json()) as Granted | Refusal;
    } catch {
      return { status: 'NO_NETWORK' };
    }
  }
}

function granted({ access_token, id_token, expires_in, scope, account }: Granted): object {
  return { success: true, token: { access_token, id_token, expires_in, scope, properties: null }, account };
}
