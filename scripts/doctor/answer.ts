/** The certificate of a connection, as far as it matters whether browsers accept it. */
export interface Certificate {
  readonly validFrom: Date;
  readonly validTo: Date;
  /** The hosts that it is for. */
  readonly names: string;
  readonly isForHost: boolean;
  /** Node's code for a chain that does not lead to a trusted authority. */
  readonly chainProblem: string | null;
}

/** A response of the host. */
export interface Answer {
  readonly kind: 'answer';
  /** Where it came from: the last address, where the host redirected to another address of its own. */
  readonly url: string;
  /** True if the host redirected the requested address. */
  readonly isRedirected: boolean;
  readonly status: number;
  readonly headers: Headers;
  /** Decompressed. */
  readonly bytes: Buffer;
  /** Null where the connection was resumed. */
  readonly certificate: Certificate | null;
}

/** There was no response. */
export interface NoAnswer {
  readonly kind: 'none';
  readonly url: string;
  /** Node's code of the failure, `TIMEOUT` after the time limit. */
  readonly code: string;
  readonly message: string;
}

/** What became of a request. */
export type Outcome = Answer | NoAnswer;

/** Why there was no answer, in words. */
export function noAnswerText({ code, message }: NoAnswer): string {
  if (/^(Z_|ERR__ERROR_FORMAT)/.test(code)) {
    return `Its Content-Encoding names a compression that its bytes do not have (${code}). Send the header with compressed files only`;
  }
  return `There was no complete answer (${code}: ${message}). Read the web server's log`;
}

/** The body as text. */
export function textOf(answer: Answer): string {
  return answer.bytes.toString('utf8');
}

/** The Content-Type without its parameters, in lower case; empty if there is none. */
export function contentType({ headers }: Answer): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
}

/** True for a response with status 200, which may still be another file than the requested one. */
export function isFound(outcome: Outcome): outcome is Answer {
  return outcome.kind === 'answer' && outcome.status === 200;
}
