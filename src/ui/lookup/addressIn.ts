/** The address in a typed or pasted text such as `Megan Bowen <megan@contoso.com>`, or null. */
export function addressIn(text: string): string | null {
  const address = (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  return /^[^@\s]+@[^@\s]+$/.test(address) ? address : null;
}
