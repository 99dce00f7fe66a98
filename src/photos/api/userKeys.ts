import { normalizeAddress } from '../../base';
import type { PhotoOwner } from './photoService';

/** A user as one segment of a Graph path, fully percent-encoded. */
export function graphKey(address: string): string {
  return encodeURIComponent(address.normalize('NFC').trim());
}

/** A user as a quoted OData key: an apostrophe is doubled, then everything is percent-encoded. */
export function odataKey(address: string): string {
  // encodeURIComponent keeps the apostrophe, as the quotes require.
  return `('${encodeURIComponent(address.normalize('NFC').trim().replaceAll("'", "''"))}')`;
}

/** One text per owner, however the address is written. */
export function ownerKey(owner: PhotoOwner): string {
  return owner === 'me' ? 'me' : `@${normalizeAddress(owner.address)}`;
}
