import { deploymentHeaders } from '../../build/hosting/headers';
import { servicesOf } from './checkConfig';
import { advice, error, type Finding } from './finding';
import { covers, effective, parsePolicies, type Policy } from './policy';
import { policyEffect } from './policyEffects';
import { policyWeaknesses } from './policyWeaknesses';
import { settings } from './settings';
import { addinPages, type AddinPage, type Site } from './site';

const header = 'content-security-policy';

/** The policy of each page allows what the page needs, and not more than that of its build. */
export function checkPolicy(site: Site): readonly Finding[] {
  return addinPages(site).flatMap((page) => {
    const text = page.outcome.headers.get(header);
    if (text === null) return [error(page.name, missingText(page))];
    const policies = parsePolicies(text);
    const blocked = [...checkSources(page, policies, site), ...checkBlocking(page, policies)];
    const count = policies.length > 1 ? [(blocked.length > 0 ? error : advice)(page.name, countText(policies))] : [];
    return [...count, ...blocked, ...policyWeaknesses(page.name, policies)];
  });
}

function missingText({ outcome }: AddinPage): string {
  const only = outcome.headers.has(`${header}-report-only`)
    ? ' (only Content-Security-Policy-Report-Only, which blocks nothing)'
    : '';
  return `It has no header Content-Security-Policy${only}, so scripts of others and windows of other sites are not blocked. Send the one in hosting/ ${settings.headers}; in nginx, a location with an add_header of its own inherits none.`;
}

function checkSources(page: AddinPage, policies: readonly Policy[], { address }: Site): readonly Finding[] {
  const services = servicesOf(page);
  // The config block has a finding of its own.
  if (!services) return [];
  const wanted = [...(parsePolicies(deploymentHeaders(services)[header] ?? '')[0] ?? [])];
  const { origin } = new URL(address);
  return [...wanted, ['worker-src', ["'self'"]] as const].flatMap(([directive, sources]) =>
    byEffect(directive, missingSources(policies, directive, sources, origin), services).map(({ effect, missing }) =>
      effect === null
        ? advice(
            page.name,
            `${lacks(policies, directive, missing)}, which that of the build has. Add it ${settings.headers}.`,
          )
        : error(page.name, `${lacks(policies, directive, missing)}: ${effect}. Add it ${settings.headers}.`),
    ),
  );
}

/** Those that one of the policies blocks. `'none'` and what demands trusted types are restrictions, not sources. */
function missingSources(
  policies: readonly Policy[],
  directive: string,
  sources: readonly string[],
  ownOrigin: string,
): readonly string[] {
  if (directive === 'require-trusted-types-for') return [];
  return sources.filter(
    (source) =>
      source !== "'none'" &&
      policies.some((policy) => {
        const allowed = effective(policy, directive)?.sources;
        return allowed !== undefined && !covers(allowed, source, ownOrigin);
      }),
  );
}

function lacks(policies: readonly Policy[], directive: string, missing: readonly string[]): string {
  const deciding = policies
    .map((policy) => effective(policy, directive))
    .find((one) => one && missing.some((source) => !one.sources.includes(source)));
  const place = deciding && deciding.name !== directive ? ` (here ${deciding.name} decides)` : '';
  return `The policy lacks ${missing.join(', ')} in ${directive}${place}`;
}

function byEffect(
  directive: string,
  sources: readonly string[],
  services: { readonly authority: string; readonly serviceUrl: string },
): readonly { effect: string | null; missing: readonly string[] }[] {
  const groups = new Map<string | null, string[]>();
  for (const source of sources) {
    const effect = policyEffect(directive, source, services);
    groups.set(effect, [...(groups.get(effect) ?? []), source]);
  }
  return [...groups].map(([effect, missing]) => ({ effect, missing }));
}

/** What blocks the pane whichever sources are there. */
function checkBlocking({ name }: AddinPage, policies: readonly Policy[]): readonly Finding[] {
  const isStrict = policies.some((policy) => effective(policy, 'script-src')?.sources.includes("'strict-dynamic'"));
  const isSandboxed = policies.some((policy) => policy.has('sandbox'));
  const strict = `The policy has 'strict-dynamic' in script-src, so browsers ignore the hosts there, and the pane never starts. Remove it ${settings.headers}.`;
  const sandboxed = `The policy has the directive sandbox, which keeps Outlook and the sign-in from the pane. Remove it ${settings.headers}.`;
  return [...(isStrict ? [error(name, strict)] : []), ...(isSandboxed ? [error(name, sandboxed)] : [])];
}

function countText({ length }: readonly Policy[]): string {
  return `The host sends ${length} policies, and browsers allow only what all of them allow. Send the one of the build only, and remove that of the server or of a proxy before it.`;
}
