import { observable, type Observable } from '../base';
import { authErrorOf, type ErrorCodes } from './authErrorOf';
import { TokenError, type Requested } from './errors';

/** A way to a token: three steps of Outlook's bridge, and the Office dialog. */
export type SignInMethod = 'connect' | 'silent' | 'prompt' | 'dialog';

/** How a method failed, for the diagnosis. Codes only: no token, no address, no message. */
export interface SignInFailure {
  readonly method: SignInMethod;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of the AuthError. */
  readonly error: string;
  /** The bridge's status, the code and the code below it, as far as there are any. */
  readonly codes: readonly string[];
}

/** The latest failure of each method that has not succeeded since. */
export class SignInFailures {
  readonly #latest = observable<readonly SignInFailure[]>([]);
  readonly latest: Observable<readonly SignInFailure[]> = this.#latest;

  /**
   * Requests a token by a method and records how it ended.
   * @throws AuthError; an AbortError as it is, and not recorded.
   */
  async record<T>(method: SignInMethod, request: Requested, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.#replace(method, []);
      return result;
    } catch (cause) {
      const error = authErrorOf(cause, request);
      if (error instanceof TokenError) {
        this.#replace(method, [{ method, at: Date.now(), error: error.name, codes: codesOf(cause) }]);
      }
      throw error;
    }
  }

  #replace(method: SignInMethod, failures: readonly SignInFailure[]): void {
    const others = this.#latest.value.filter((one) => one.method !== method);
    const isUnchanged = failures.length === 0 && others.length === this.#latest.value.length;
    if (!isUnchanged) this.#latest.set([...others, ...failures]);
  }
}

/** The status and codes that an error of MSAL, of the bridge or of the dialog has. */
function codesOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return [];
  const { bridgeStatus, errorCode, code, subError } = cause as ErrorCodes;
  const codes = [bridgeStatus, errorCode || code, subError].filter((one) => one !== undefined && one !== '');
  return codes.length > 0 ? codes.map((one) => safeCode(String(one))) : [cause.name];
}

/** Hosts write these texts: only what looks like a code is passed on, so that no address or token is. */
function safeCode(text: string): string {
  return /^[\w.:[\]-]{1,60}$/.test(text) ? text : 'unreadable';
}
