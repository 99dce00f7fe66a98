/** The form in which addresses are compared: trimmed, lower case, NFC. */
export function normalizeAddress(address: string): string {
  // Small letters may be composed where their capitals are not, such as ǰ.
  return address.normalize('NFC').trim().toLowerCase().normalize('NFC');
}

/** Whether two addresses name the same mailbox. */
export function isSameAddress(one: string, other: string): boolean {
  return normalizeAddress(one) === normalizeAddress(other);
}

/** Longer texts are no addresses (RFC 5321: 64 characters, `@` and 255 characters). */
const addressLength = 320;

/**
 * Whether a text is an SMTP address that a person may have. Exchange gives other texts in its place: distinguished names
 * (`/o=…`), such names packed into an address (`IMCEAEX-…@`), addresses with a type before them, names.
 */
export function isMailAddress(text: string): boolean {
  const address = text.trim();
  // Of RFC 5322's characters, without quoted local parts: Exchange has none.
  const hasForm = /^[^\s@<>()[\]:;,\\"\p{Cc}\p{Cs}]+@[^\s@<>()[\]:;,\\"\p{Cc}\p{Cs}]+$/u.test(address);
  return hasForm && address.length <= addressLength && !/^(\/|IMCEA[A-Z]+-)/i.test(address);
}

/** What comes after the last `@`, in the form in which addresses are compared; the whole text without one. */
export function domainOf(address: string): string {
  return normalizeAddress(address).split('@').at(-1) ?? '';
}
