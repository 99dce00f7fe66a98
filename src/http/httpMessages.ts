/** A response whose body has been read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** It took more than one try, so responses to requests sent at the same time may be older. */
  readonly retried?: boolean;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  /** A read is retried after a transient error; a write is sent once. */
  readonly read: boolean;
  /** Bytes of the response, unfolded. Undefined: as many as one photo needs. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}
