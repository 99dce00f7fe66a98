import { SignInFailedError } from './errors';
import type { Token, TokenRequest } from './tokens';

/** Opens a page in a dialog and waits for its one message; fails with an error that carries Office's own `code`. */
export type AskInDialog = (url: string, signal?: AbortSignal) => Promise<string>;

/** What the pane asks of the sign-in page. */
export interface DialogRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly loginHint?: string;
}

/** What the sign-in page answers. */
export type DialogAnswer = { readonly token: Token } | { readonly failed: string };

/** Tokens this close to their end are not used any more. Milliseconds. */
const renewal = 300_000;

/**
 * Sign-in in an Office dialog, where Outlook has no bridge. A token is kept in memory until shortly before its end;
 * a new one needs a click, since only a click may open a window.
 */
export function dialogSignIn(ask: AskInDialog, page: string) {
  let held: Token[] = [];
  return {
    held({ scopes, claims, fresh = false }: TokenRequest): Token | null {
      if (fresh || claims !== undefined) return null;
      held = held.filter(({ expiresAt }) => expiresAt - renewal > Date.now());
      return held.find((token) => scopes.every((scope) => holds(token, scope))) ?? null;
    },
    async withPrompt({ scopes, claims, signal }: TokenRequest, loginHint?: string): Promise<Token> {
      const request: DialogRequest = {
        scopes,
        ...(claims !== undefined && { claims }),
        ...(loginHint !== undefined && { loginHint }),
      };
      // In the fragment, which no server sees: the hint is somebody's address.
      const answer = readAnswer(await ask(`${page}#${encodeURIComponent(JSON.stringify(request))}`, signal));
      if ('failed' in answer) throw Object.assign(new Error('The sign-in page failed'), { code: answer.failed });
      held = [answer.token, ...held];
      return answer.token;
    },
    forget(token: Token): void {
      held = held.filter((one) => one !== token);
    },
  };
}

function holds(token: Token, scope: string): boolean {
  return token.scopes.some((one) => one.toLowerCase() === scope.toLowerCase());
}

/** @throws SignInFailedError when the message is not one of the sign-in page. */
function readAnswer(message: string): DialogAnswer {
  try {
    const answer = JSON.parse(message) as Partial<{ token: Token; failed: string }>;
    if (typeof answer.failed === 'string') return { failed: answer.failed };
    if (typeof answer.token?.accessToken === 'string') return { token: answer.token };
  } catch (cause) {
    throw new SignInFailedError('unreadable_answer', { cause });
  }
  throw new SignInFailedError('unreadable_answer');
}
