import type { Finding } from './finding';
import type { Site } from './site';

/** The lines for the terminal: one for each finding, then one sentence about the whole. */
export function reportLines(findings: readonly Finding[], site: Site): readonly string[] {
  return [...findings.map(({ severity, where, text }) => `${severity}: ${where}: ${text}`), summary(findings, site)];
}

function summary(findings: readonly Finding[], { address, files }: Site): string {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const [errors, advised] = [count('error'), count('advice')];
  if (errors > 0)
    return `${errors} error${errors === 1 ? '' : 's'} at ${address}. Start with the first, then run this again.`;
  const looked = `Looked at the address and its certificate, both pages with their config blocks, policies, headers and caching, ${files.size} files, the manifest and the sign-in address.`;
  return `No error at ${address}${advised > 0 ? `, ${advised} advice` : ''}. ${looked}`;
}
