import { advice, error, type Finding } from './finding';
import { effective, parsePolicies } from './policy';
import { settings } from './settings';
import { addinPages, type Site } from './site';

const name = 'people.html';

/** The administrators' page, which the pane does without. Where the host has no page at all, others say so. */
export function checkPeoplePage(site: Site): readonly Finding[] {
  const { outcome, content } = site.peoplePage;
  if (addinPages(site).length === 0) return [];
  if (outcome.kind === 'none' || !content) {
    const found = outcome.kind === 'none' ? outcome.code : outcome.status;
    const text = `The host does not have the administrators' page (${found}), to which the settings lead. Upload the whole folder dist/.`;
    return [advice(name, text)];
  }
  if (outcome.isRedirected) {
    const path = new URL(outcome.url).pathname;
    const text = `The host redirects it to ${path}: sign-in returns to another address than the registered one, and fails. Turn off the host's short addresses ("clean URLs", "pretty URLs").`;
    return [error(name, text)];
  }
  const policies = parsePolicies(outcome.headers.get('content-security-policy') ?? '');
  const isFramed = !policies.some((policy) => effective(policy, 'frame-ancestors')?.sources.join() === "'none'");
  if (!isFramed) return [];
  return [advice(name, `Its policy lets other pages frame it. Send the one in hosting/ for it ${settings.headers}.`)];
}
