/** One text per mailbox, however its address is written. */
export function normalizeAddress(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

/** Whether two addresses name the same mailbox. */
export function isSameAddress(one: string, other: string): boolean {
  return normalizeAddress(one) === normalizeAddress(other);
}

/** Whether a text can be sent to a service as an address: Exchange writes distinguished names (`/o=…`) in its place. */
export function isMailAddress(text: string): boolean {
  return text.includes('@') && !text.startsWith('/');
}
