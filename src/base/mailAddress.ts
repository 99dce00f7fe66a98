/** The form in which addresses are compared: NFC, trimmed, lower case. */
export function normalizeAddress(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}

/** Whether two addresses name the same mailbox. */
export function isSameAddress(one: string, other: string): boolean {
  return normalizeAddress(one) === normalizeAddress(other);
}

/** Whether a text is an SMTP address: Outlook also gives the distinguished names of Exchange (`/o=…`). */
export function isMailAddress(text: string): boolean {
  return text.includes('@') && !text.startsWith('/');
}

/** What comes after the last `@`, in the form in which addresses are compared; the whole text without one. */
export function domainOf(address: string): string {
  return normalizeAddress(address).split('@').at(-1) ?? '';
}
