import type { DialectName } from './photos';

/** What the page's config block may hold: read by the pages, and by the build before it writes the block. */
export const configRules = {
  /** A GUID, as the app registration shows it. */
  clientId: (value: unknown): value is string => typeof value === 'string' && guid.test(value),
  /** The URL of a tenant: one name after the identity provider's host. */
  authority: (value: unknown): value is string => isTrustedUrl(value) && /^\/[\w.-]+\/?$/.test(new URL(value).pathname),
  service: (value: unknown): value is DialectName => typeof value === 'string' && Object.hasOwn(services, value),
  serviceUrl: (value: unknown): value is string => isTrustedUrl(value),
  upload: (value: unknown): value is 'PUT' | 'PATCH' => value === 'PUT' || value === 'PATCH',
  groups: (value: unknown): value is boolean => typeof value === 'boolean',
} as const;

/** The names of the dialects; a missing one is a compile error. */
const services: Readonly<Record<DialectName, true>> = { graph: true, outlook: true };

/** An id as Microsoft Entra and add-in manifests write it. */
export const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Tokens are sent to these URLs: https only, or http on the same machine. */
function isTrustedUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(value);
  if (search || hash || username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}
