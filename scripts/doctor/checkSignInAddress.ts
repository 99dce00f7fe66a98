import { error, note, type Finding } from './finding';
import { addinPages, type Site } from './site';

/** The sign-in page answers at the address of the app registration, which itself cannot be read from outside. */
export function checkSignInAddress(site: Site): readonly Finding[] {
  const { address } = site;
  const moved = addinPages(site).flatMap(({ name, outcome }) =>
    outcome.isRedirected ? [error(name, movedText(name, outcome.url))] : [],
  );
  const text = `Compare by hand: it needs redirect addresses of the kind "Single-page application": brk-multihub://${new URL(address).host} and ${address}/signin.html, and for the administrators' page ${address}/people.html.`;
  return [...moved, note('the app registration', text)];
}

function movedText(name: string, url: string): string {
  const effect =
    name === 'signin.html'
      ? 'sign-in returns to another address than the registered one, and fails'
      : 'Outlook can lose what it hands over in the address';
  return `The host redirects it to ${new URL(url).pathname}: ${effect}. Turn off the host's short addresses ("clean URLs", "pretty URLs") or other rewriting for .html files.`;
}
