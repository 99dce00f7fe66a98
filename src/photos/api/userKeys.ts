import type { PhotoOwner } from './service';

/**
 * Whether an address can be asked for at all: Exchange's own distinguished names (`/o=ExchangeLabs/…`) and empty fields
 * never reach the service.
 */
export function isAskable(address: string): boolean {
  return address.includes('@') && !address.startsWith('/');
}

/** A user as one segment of a Graph path: everything that could be read as more than a segment is encoded. */
export function graphKey(address: string): string {
  return encodeURIComponent(address.normalize('NFC').trim());
}

/** A user as a quoted OData key: an apostrophe is doubled first, then all is encoded. */
export function odataKey(address: string): string {
  // encodeURIComponent leaves the apostrophe as it is, which is what the quotes need.
  return `('${encodeURIComponent(address.normalize('NFC').trim().replaceAll("'", "''"))}')`;
}

/** One owner, one text, however the address is written. */
export function ownerKey(owner: PhotoOwner): string {
  return owner === 'me' ? 'me' : `@${owner.address.normalize('NFC').trim().toLowerCase()}`;
}
