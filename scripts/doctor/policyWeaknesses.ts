import { advice, error, type Finding } from './finding';
import { effective, type Policy } from './policy';
import { settings } from './settings';

/** Directives without which others could take part in the page, and whether that is an error. */
const protections: readonly (readonly [directive: string, isError: boolean, risk: string])[] = [
  ['script-src', true, 'scripts of others can run in the pane, with the access of the person'],
  ['frame-ancestors', true, 'any site can show the pane in a window of its own and catch clicks'],
  ['connect-src', false, 'a foreign script could send photos and tokens anywhere'],
  ['style-src', false, 'foreign styles could change the pane'],
  ['object-src', false, 'plug-ins are not blocked'],
  ['base-uri', false, 'the addresses in the page could be turned to another host'],
  ['form-action', false, 'forms could be sent to other sites'],
  ['require-trusted-types-for', false, 'texts could become scripts'],
];

const weakSources = ["'unsafe-inline'", "'unsafe-eval'", '*', 'http:', 'https:', 'data:'];

/** Where the policies of a page protect it less than that of the build. @param where the name of the page */
export function policyWeaknesses(where: string, policies: readonly Policy[]): readonly Finding[] {
  return protections.flatMap(([directive, isError, risk]) => {
    const report = isError ? error : advice;
    const lists = policies.flatMap((policy) => effective(policy, directive)?.sources ?? []);
    const isRestricted = policies.some((policy) => effective(policy, directive));
    if (!isRestricted)
      return [report(where, `The policy has no ${directive}: ${risk}. Send that of the build ${settings.headers}.`)];
    const weak = weakSources.filter((source) => lists.includes(source) && isInAll(policies, directive, source));
    if (weak.length === 0) return [];
    return [
      report(where, `The policy allows ${weak.join(', ')} in ${directive}: ${risk}. Remove it ${settings.headers}.`),
    ];
  });
}

function isInAll(policies: readonly Policy[], directive: string, source: string): boolean {
  return policies.every((policy) => effective(policy, directive)?.sources.includes(source) ?? true);
}
