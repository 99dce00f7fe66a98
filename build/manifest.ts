import { guid } from '../src/configRules';
import type { Environment } from './pageConfig';

/** The origin in `manifest.xml` as it is in the repository, used by `npm run sideload`. */
const developmentOrigin = 'https://localhost:3000';

/** What a deployment changes in the manifest. */
export interface Deployment {
  /** Where the add-in is, without a slash at its end. */
  readonly address: string;
  /** The add-in's id, where a second deployment in the same tenant needs its own. */
  readonly id?: string;
  /** The name in Outlook, in all languages. */
  readonly name?: string;
}

/** The deployment from the environment of the build. @throws Error naming the variable that is wrong. */
export function deploymentFrom({ ADDIN_ORIGIN, ADDIN_ID, ADDIN_NAME }: Environment): Deployment {
  if (ADDIN_ID && !guid.test(ADDIN_ID)) {
    throw new Error(`ADDIN_ID is "${ADDIN_ID}". Set it to a GUID: node -p "crypto.randomUUID()" makes one.`);
  }
  if (ADDIN_NAME && ADDIN_NAME.length > longestName) {
    throw new Error(`ADDIN_NAME has ${ADDIN_NAME.length} characters. Set it to a name of at most ${longestName}.`);
  }
  return {
    address: addressFrom(ADDIN_ORIGIN || developmentOrigin),
    ...(ADDIN_ID && { id: ADDIN_ID }),
    ...(ADDIN_NAME && { name: ADDIN_NAME }),
  };
}

/** The unified manifest's limit for a short name, in characters; the XML manifest allows more. */
const longestName = 30;

/** Also refuses what would end an attribute of the manifest. */
function addressFrom(origin: string): string {
  const url = /^https:\/\/[^\s"'<>\\`{|}$]+$/.test(origin) && URL.canParse(origin) ? new URL(origin) : null;
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new Error(`ADDIN_ORIGIN is "${origin}". Set it to an https address, such as https://photos.contoso.com.`);
  }
  return url.href.replace(/\/+$/, '');
}

/** The manifest of a deployment: its addresses, its identity, and the identity provider as an allowed domain. */
export function rewriteManifest(manifest: string, { address, id, name }: Deployment, authority: string): string {
  const named = name === undefined ? manifest : renamed(manifest, escapeXml(name));
  return named
    .replaceAll(developmentOrigin, address)
    .replace(/(?<=<AppDomain>)[^<]+/, new URL(authority).origin)
    .replace(/(?<=<Id>)[^<]+/, (before) => id ?? before);
}

function renamed(manifest: string, name: string): string {
  return manifest.replace(/<DisplayName [^]*?<\/DisplayName>/, (element) =>
    element.replace(/(?<=(?:DefaultValue|Value)=")[^"]*/g, () => name),
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
