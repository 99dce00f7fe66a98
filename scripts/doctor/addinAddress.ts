/**
 * The address of a deployed add-in, without a slash at its end, from the address of its folder or of a file in it.
 * @throws Error with what to write instead.
 */
export function addinAddress(written: string | undefined): string {
  const example = 'such as: npm run doctor -- https://photos.contoso.com';
  if (!written) throw new Error(`Write the address of the add-in, ${example}`);
  if (!URL.canParse(written) || !/^https?:\/\//.test(written)) {
    throw new Error(`"${written}" is not an address. Write the whole address, ${example}`);
  }
  const { protocol, origin, pathname } = new URL(written);
  if (protocol === 'http:') {
    throw new Error(
      `Outlook opens no add-in at an http address. Set up https on the host, and write its https address.`,
    );
  }
  return origin + pathname.replace(/[^/]+\.(html|xml)$/, '').replace(/\/+$/, '');
}
