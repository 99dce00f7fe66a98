/** The origin in `manifest.xml` as it is in the repository, used by `npm run sideload`. */
const developmentOrigin = 'https://localhost:3000';

/** The add-in's address without a slash at its end. @throws Error where ADDIN_ORIGIN is not an https address. */
export function addinAddressFrom({ ADDIN_ORIGIN }: Readonly<Record<string, string | undefined>>): string {
  const address = ADDIN_ORIGIN || developmentOrigin;
  if (!/^https:\/\/[^/?#]+(\/[^?#]*)?$/.test(address)) {
    throw new Error(`ADDIN_ORIGIN is "${address}". Set it to an https address, such as https://photos.contoso.com.`);
  }
  return address.replace(/\/+$/, '');
}

/** The manifest with every address of the repository replaced by the add-in's. */
export function rewriteManifest(manifest: string, addinAddress: string): string {
  return manifest.replaceAll(developmentOrigin, addinAddress);
}
