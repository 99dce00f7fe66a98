import { configRules } from './configRules';
import type { DialectName } from './photos';

/** The page's config block. It is data, not a script: the page's policy allows it, and an operator can edit it. */
export interface Config {
  /** Application (client) id of the app registration. */
  readonly clientId: string;
  /** URL of the identity provider's tenant. */
  readonly authority: string;
  readonly service: DialectName;
  /** URL of the photo service with its version, without a slash at its end. */
  readonly serviceUrl: string;
  /** The method that replaces a photo; the contract has both. PUT by default. */
  readonly upload: 'PUT' | 'PATCH';
  /** An administrator has granted the add-in to read groups, so that they have photos. False by default. */
  readonly groups: boolean;
}

/** A value of the config block is missing or wrong. `key` is `config` when the block itself cannot be read. */
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
  const block = parseBlock(page.getElementById('config')?.textContent ?? '');
  const { clientId, authority, service, serviceUrl, upload = 'PUT', groups = false } = block;
  if (!configRules.clientId(clientId)) throw new ConfigError('clientId');
  if (!configRules.authority(authority)) throw new ConfigError('authority');
  if (!configRules.service(service)) throw new ConfigError('service');
  if (!configRules.serviceUrl(serviceUrl)) throw new ConfigError('serviceUrl');
  if (!configRules.upload(upload)) throw new ConfigError('upload');
  if (!configRules.groups(groups)) throw new ConfigError('groups');
  return { clientId, authority, service, serviceUrl: serviceUrl.replace(/\/+$/, ''), upload, groups };
}

function parseBlock(text: string): Readonly<Record<string, unknown>> & Partial<Record<keyof Config, unknown>> {
  try {
    const block: unknown = JSON.parse(text);
    if (typeof block === 'object' && block !== null) return { ...block };
  } catch (cause) {
    throw new ConfigError('config', { cause });
  }
  throw new ConfigError('config');
}
