import { contentType, noAnswerText, type Answer } from './answer';
import { servicesOf } from './checkConfig';
import { advice, error, type Finding } from './finding';
import { redirectTarget } from './hostClient';
import type { ManifestContent } from './manifestContent';
import { manifestProblems } from './manifestProblems';
import { settings } from './settings';
import { addinPages, type Site } from './site';

const where = 'manifest.xml';
const upload = 'Upload that of dist/, from which Outlook and the admin center can add the add-in.';

/** The manifest is served, valid, and for this address. */
export async function checkDeployedManifest(site: Site): Promise<readonly Finding[]> {
  const { manifest, manifestContent, address } = site;
  if (manifest.kind === 'none') return [error(where, `${noAnswerText(manifest)}.`)];
  // Redirects to other hosts are findings about the address.
  if (redirectTarget(manifest)) return [];
  if (manifest.status !== 200) {
    return [advice(where, `The host answers ${manifest.status}, so it was not checked. ${upload}`)];
  }
  if (!manifestContent) {
    return [error(where, `What the host serves is not the manifest of an add-in, or not well-formed XML. ${upload}`)];
  }
  const other = otherAddress(manifestContent, address);
  if (other !== null) return [error(where, otherText(other, address))];
  const problems = await manifestProblems(manifest, manifestContent, site);
  return [
    ...checkDomains(site, manifestContent),
    ...problems.map((problem) => error(where, problem)),
    ...checkType(manifest),
  ];
}

/** The folder of the first address that is not in the add-in's folder. */
function otherAddress({ addresses }: ManifestContent, address: string): string | null {
  const other = addresses.find((one) => !one.startsWith(`${address}/`));
  return other === undefined ? null : new URL('.', other.replace('/assets/', '/')).href.replace(/\/$/, '');
}

function otherText(other: string, address: string): string {
  return `It is for ${other}, so Outlook opens the add-in there. Rebuild with ADDIN_ORIGIN=${address}, upload dist/, and deploy the new manifest in place of the old one.`;
}

function checkDomains(site: Site, { domains }: ManifestContent): readonly Finding[] {
  const services = addinPages(site)
    .map(servicesOf)
    .find((one) => one !== null);
  const origin = services && new URL(services.authority).origin;
  if (!origin || domains.includes(origin)) return [];
  const text = `Its AppDomains lack ${origin}, the authority of the config block, so the sign-in dialog cannot open it. Rebuild with AUTHORITY=${services.authority}, and deploy the new manifest.`;
  return [error(where, text)];
}

function checkType(manifest: Answer): readonly Finding[] {
  const type = contentType(manifest);
  if (/[/+]xml$/.test(type)) return [];
  const text = `Its Content-Type is "${type}", so it may not be accepted as a manifest. Serve it as application/xml ${settings.types}.`;
  return [advice(where, text)];
}
