import { checkAddress, checkCertificate } from './checkAddress';
import { checkCaching } from './checkCaching';
import { checkConfig } from './checkConfig';
import { checkDeployedManifest } from './checkDeployedManifest';
import { checkFiles } from './checkFiles';
import { checkHeaders } from './checkHeaders';
import { checkPages } from './checkPages';
import { checkPeoplePage } from './checkPeoplePage';
import { checkPolicy } from './checkPolicy';
import { checkSignInAddress } from './checkSignInAddress';
import { checkWorkers } from './checkWorkers';
import type { Finding } from './finding';
import type { Site } from './site';

interface Options {
  /** True where the certificate is a local one that browsers do not accept. */
  readonly isInsecure: boolean;
  readonly now: Date;
}

/** Everything that is wrong with a deployed add-in: errors before advice before notes, the most important first. */
export async function diagnose(site: Site, { isInsecure, now }: Options): Promise<readonly Finding[]> {
  const address = [...checkAddress(site), ...(isInsecure ? [] : checkCertificate(site, now))];
  if (site.folder.kind === 'none') return address;
  const found = [
    ...address,
    ...checkPages(site),
    ...checkConfig(site),
    ...checkSignInAddress(site),
    ...checkPeoplePage(site),
    ...checkPolicy(site),
    ...checkHeaders(site),
    ...checkFiles(site),
    ...checkWorkers(site),
    ...(await checkDeployedManifest(site)),
    ...checkCaching(site),
  ];
  const order = ['error', 'advice', 'note'];
  return merged(found).sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

/** The same finding about several files is one. */
function merged(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, { finding: Finding; where: Set<string> }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.text}`;
    const place = places.get(key) ?? { finding, where: new Set<string>() };
    places.set(key, place);
    place.where.add(finding.where);
  }
  return [...places.values()].map(({ finding, where }) => ({ ...finding, where: list([...where]) }));
}

const maxNamed = 3;

function list(names: readonly string[]): string {
  if (names.length <= maxNamed + 1) return names.join(', ');
  return `${names.slice(0, maxNamed).join(', ')} and ${names.length - maxNamed} more files`;
}
