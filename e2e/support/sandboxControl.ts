/** A response, as far as the client reads it; Playwright's `APIResponse` is one. */
interface ControlResponse {
  json(): Promise<unknown>;
  body(): Promise<Buffer>;
}

/** Sends one request; Playwright's `APIRequestContext.fetch` is one. `data`: an object is sent as JSON. */
type Send = (url: string, init?: { method?: string; data?: object | Buffer }) => Promise<ControlResponse>;

export interface LogEntry {
  /** `PART` for a part of a batch. */
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Sent before the pause that a `Retry-After` asked for was over. */
  readonly early?: true;
  /** Requests that the service was answering when this one came. */
  readonly atOnce?: number;
}

/**
 * The client of the sandbox's control interface (`sandbox/service/control.ts`): state and log of the photo service,
 * photos as they were uploaded, and tokens.
 */
export class SandboxControl {
  readonly #url: string;
  readonly #send: Send;

  /** `url`: the address of the control interface, without a slash at its end. */
  constructor(url: string, send: Send = sendWithFetch) {
    this.#url = url;
    this.#send = send;
  }

  /** Undoes photo changes and switches, and empties the log. */
  async reset(): Promise<void> {
    await this.#send(`${this.#url}/reset`, { method: 'POST' });
  }

  /** Sets some of the service's switches: faults, latency, throttling, consent, propagation and others. */
  async patch(change: object): Promise<void> {
    await this.#send(`${this.#url}/state`, { method: 'PATCH', data: change });
  }

  /** The service's switches. */
  async state(): Promise<object> {
    return (await this.#json('state')) as object;
  }

  /** How many of the faults that were set have not happened yet. */
  async faultsLeft(): Promise<number> {
    const { faults } = (await this.state()) as { faults: readonly { times?: number }[] };
    return faults.filter(({ times }) => times !== 0).length;
  }

  /** All requests since the last reset. */
  async log(): Promise<readonly LogEntry[]> {
    return (await this.#json('log')) as readonly LogEntry[];
  }

  async people(): Promise<readonly { readonly name: string; readonly address: string }[]> {
    return (await this.#json('people')) as readonly { name: string; address: string }[];
  }

  /** A photo as it was uploaded, byte by byte. */
  async original(address: string): Promise<Buffer> {
    return (await this.#send(`${this.#url}/original?${new URLSearchParams({ user: address })}`)).body();
  }

  /** The photo of a contact of an account, as it was uploaded. */
  async contactOriginal(account: string, contact: string): Promise<Buffer> {
    return (await this.#send(`${this.#url}/original?${new URLSearchParams({ user: account, contact })}`)).body();
  }

  /** Removes the photo of a contact of an account, as another program would. */
  async removeContactOriginal(account: string, contact: string): Promise<void> {
    const query = new URLSearchParams({ user: account, contact });
    await this.#send(`${this.#url}/original?${query}`, { method: 'DELETE' });
  }

  /** Changes a photo as another program would. */
  async setOriginal(address: string, jpeg: Buffer): Promise<void> {
    const url = `${this.#url}/original?${new URLSearchParams({ user: address })}`;
    await this.#send(url, { method: 'PUT', data: jpeg });
  }

  /** An access token. `audience`: the service's address; Microsoft Graph where it is left out. */
  async token(user: string, scope: string, audience?: string): Promise<string> {
    const query = new URLSearchParams({ user, scope, ...(audience !== undefined && { audience }) });
    return ((await this.#json(`token?${query}`)) as { access_token: string }).access_token;
  }

  async #json(path: string): Promise<unknown> {
    return (await this.#send(`${this.#url}/${path}`)).json();
  }
}

async function sendWithFetch(url: string, { method = 'GET', data }: Parameters<Send>[1] & object = {}) {
  const body = data instanceof Buffer ? new Uint8Array(data) : data && JSON.stringify(data);
  const response = await fetch(url, { method, ...(body !== undefined && { body }) });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    json: () => Promise.resolve(JSON.parse(bytes.toString()) as unknown),
    body: () => Promise.resolve(bytes),
  };
}
