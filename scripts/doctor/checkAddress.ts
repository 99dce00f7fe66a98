import type { Certificate, NoAnswer, Outcome } from './answer';
import { advice, error, type Finding } from './finding';
import { redirectTarget } from './hostClient';
import type { Site } from './site';

/** The host can be reached, and leads to nowhere else. */
export function checkAddress({ address, folder, pages, manifest }: Site): readonly Finding[] {
  const { origin } = new URL(address);
  const named = [...pages, { name: 'manifest.xml', outcome: manifest }];
  return [
    ...(folder.kind === 'none' ? [error(address, unreachable(folder))] : []),
    ...named.flatMap(({ name, outcome }) => redirects(name, outcome, origin)),
    ...(staysInFolder(folder, address) ? [] : [advice('the folder', folderText(folder))]),
  ];
}

/** Browsers accept the certificate. */
export function checkCertificate({ address, folder }: Site, now: Date): readonly Finding[] {
  const certificate = folder.kind === 'answer' ? folder.certificate : null;
  if (!certificate) return [];
  const host = new URL(address).hostname;
  const about = (text: string): Finding => error('the certificate', text);
  return [
    ...(certificate.isForHost
      ? []
      : [about(`It is for ${certificate.names}, not for ${host}. Install one that has ${host} among its names.`)]),
    ...dates(certificate, now),
    ...(certificate.chainProblem === null ? [] : [about(chainText(certificate.chainProblem))]),
  ];
}

/** Days before its end at which a certificate is mentioned. */
const renewalDays = 14;

function dates({ validFrom, validTo }: Certificate, now: Date): readonly Finding[] {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  if (validFrom > now)
    return [error('the certificate', `It is not valid before ${day(validFrom)}. Install one that is.`)];
  if (validTo < now) return [error('the certificate', `It expired on ${day(validTo)}. Renew it.`)];
  const isSoon = validTo.getTime() - now.getTime() < renewalDays * 86_400_000;
  return isSoon ? [advice('the certificate', `It expires on ${day(validTo)}. Renew it in time.`)] : [];
}

function chainText(code: string): string {
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return 'It is signed by itself, so no browser accepts it. Install one of a certificate authority.';
  }
  return `It does not lead to a certificate authority that this machine trusts (${code}). Let the host send the intermediate certificates too (nginx: ssl_certificate with the whole chain), or install one of a public authority. If the authority is your organization's own, name its file in NODE_EXTRA_CA_CERTS and run this again.`;
}

function unreachable({ url, code, message }: NoAnswer): string {
  const { hostname, port } = new URL(url);
  const place = `port ${port || '443'} of ${hostname}`;
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return `The name ${hostname} is not known here. Correct the address, or enter the name in your DNS.`;
  }
  if (code === 'ECONNREFUSED') return `Nothing answers at ${place}. Start the web server, or open the port for it.`;
  if (code === 'TIMEOUT') return `There was no answer from ${place} in time. Look for a firewall in between.`;
  if (/^(EPROTO|ERR_SSL)/.test(code))
    return `What answers at ${place} does not answer with https (${code}). Set up TLS there.`;
  return `The request failed: ${message} (${code}). Read the web server's log.`;
}

function redirects(where: string, outcome: Outcome, origin: string): readonly Finding[] {
  const target = outcome.kind === 'answer' ? redirectTarget(outcome) : null;
  if (!target) return [];
  if (target.origin === origin) return [error(where, 'The host redirects in a circle. Remove the redirect.')];
  if (isSignIn(target)) {
    const text = `The host asks for a sign-in (at ${target.host}) before it serves the file. Outlook cannot sign in there: make the files of the add-in public, they hold no secret.`;
    return [error(where, text)];
  }
  if (target.protocol === 'http:') {
    return [
      error(where, `The host redirects to http (${target.host}). Outlook opens https only: remove the redirect.`),
    ];
  }
  const text = `The host redirects to another host, ${target.host}. Remove the redirect, or rebuild with ADDIN_ORIGIN set to the address there, and deploy the new manifest.`;
  return [error(where, text)];
}

/** The sign-in of the host itself, such as that of a company's proxy. */
function isSignIn({ hostname, pathname }: URL): boolean {
  return (
    /^(login|signin|sso|auth|accounts|adfs|sts)\./.test(hostname) ||
    /\/(login|signin|oauth2?|saml2?|adfs|\.auth)\b(?!\.html)/i.test(pathname)
  );
}

function staysInFolder(folder: Outcome, address: string): boolean {
  if (folder.kind === 'none') return true;
  return !redirectTarget(folder) && (!folder.isRedirected || folder.url.startsWith(`${address}/`));
}

function folderText(folder: Outcome): string {
  const target = (folder.kind === 'answer' && redirectTarget(folder)?.href) || folder.url;
  return `The host redirects the folder to ${target}. Outlook does not open the folder itself, but look whether the redirect is meant.`;
}
