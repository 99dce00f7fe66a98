/** The address in a typed or pasted text such as `Megan Bowen <megan@contoso.com>`, or null. */
export function addressIn(text: string): string | null {
  const address = (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  return /^[^@\s]+@[^@\s]+$/.test(address) ? address : null;
}

/** Whether an address has all its parts: before that, it may be one that is still being typed. */
export function isWholeAddress(address: string): boolean {
  return /@[^@]+\.[^@.]+$/.test(address);
}
