/** What the page's config block says: data, so that a strict policy lets it stand and an operator can edit it. */
export interface Config {
  /** Application (client) id of the app registration. */
  readonly clientId: string;
  /** Address of the identity provider's tenant. */
  readonly authority: string;
  readonly service: 'graph' | 'outlook';
  /** Root of the photo service with its version, without a slash at its end. */
  readonly serviceUrl: string;
  /** How a photo is replaced; both are in the contract. PUT where the block does not say. */
  readonly upload: 'PUT' | 'PATCH';
}

/** A value of the config block is missing or wrong; `key` is `config` where the block itself cannot be read. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly key: keyof Config | 'config';

  constructor(key: keyof Config | 'config', options?: ErrorOptions) {
    super(`The page's config block: ${key} is missing or wrong`, options);
    this.key = key;
  }
}

/**
 * Reads and checks the page's config block, `<script type="application/json" id="config">`.
 * @throws ConfigError naming the first key that is missing or wrong.
 */
export function readConfig(page: Pick<Document, 'getElementById'>): Config {
  const block = parse(page.getElementById('config')?.textContent ?? '');
  const { clientId, authority, service, serviceUrl, upload = 'PUT' } = block;
  if (typeof clientId !== 'string' || !/^[\w.-]+$/.test(clientId)) throw new ConfigError('clientId');
  if (!isAddress(authority)) throw new ConfigError('authority');
  if (service !== 'graph' && service !== 'outlook') throw new ConfigError('service');
  if (!isAddress(serviceUrl)) throw new ConfigError('serviceUrl');
  if (upload !== 'PUT' && upload !== 'PATCH') throw new ConfigError('upload');
  return { clientId, authority, service, serviceUrl: serviceUrl.replace(/\/+$/, ''), upload };
}

function parse(text: string): Readonly<Record<string, unknown>> & Partial<Record<keyof Config, unknown>> {
  try {
    const block: unknown = JSON.parse(text);
    if (typeof block === 'object' && block !== null) return { ...block };
  } catch (cause) {
    throw new ConfigError('config', { cause });
  }
  throw new ConfigError('config');
}

/** Tokens travel to these addresses: https, or this very machine. */
function isAddress(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  if (search || hash || username) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}
