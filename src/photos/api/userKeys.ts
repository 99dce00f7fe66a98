import { normalizeAddress } from '../../base';
import type { PhotoTarget } from './person';
import type { PersonOwner } from './photoService';

/** A user as one segment of a Graph path, fully percent-encoded. Halves of characters, which have no code, are left out. */
export function graphKey(address: string): string {
  return encodeURIComponent(
    address
      .normalize('NFC')
      .replace(/\p{Cs}/gu, '')
      .trim(),
  );
}

/** A user as a quoted OData key: an apostrophe is doubled, then everything is percent-encoded. */
export function odataKey(address: string): string {
  // encodeURIComponent keeps the apostrophe, as the quotes require.
  return `('${encodeURIComponent(address.normalize('NFC').trim().replaceAll("'", "''"))}')`;
}

/** The resource of a target in Graph. @returns a path relative to the service's root. */
export function graphPath(target: PhotoTarget): string {
  if (target === 'me') return '/me';
  if ('groupId' in target) return `/groups/${graphKey(target.groupId)}`;
  if ('contactId' in target) return `/me/contacts/${graphKey(target.contactId)}`;
  return `/users/${graphKey('id' in target ? target.id : target.address)}`;
}

/** The address in an owner's key. */
export function addressInKey(key: string): string {
  return key.slice(1);
}

/** One text per owner, however the address is written. */
export function ownerKey(owner: PersonOwner): string {
  return owner === 'me' ? 'me' : `@${normalizeAddress(owner.address)}`;
}
