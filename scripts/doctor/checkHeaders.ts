import { advice, error, type Finding } from './finding';
import { effective, parsePolicies } from './policy';
import { settings } from './settings';
import { addinPages, type AddinPage, type Site } from './site';

/** The headers of each page besides its policy. */
export function checkHeaders(site: Site): readonly Finding[] {
  return addinPages(site).flatMap((page) => [
    ...checkFraming(page),
    ...checkIsolation(page),
    ...(page.name === 'signin.html' ? checkOpener(page) : []),
    ...checkAdvised(page),
  ]);
}

function checkFraming({ name, outcome: { headers } }: AddinPage): readonly Finding[] {
  const value = headers.get('x-frame-options');
  if (value === null) return [];
  const remove = `Remove it ${settings.headers}: frame-ancestors in the policy takes its place.`;
  const policies = parsePolicies(headers.get('content-security-policy') ?? '');
  // Browsers then ignore the older header (CSP Level 3, "Relation to X-Frame-Options").
  if (policies.some((policy) => effective(policy, 'frame-ancestors'))) {
    return [
      advice(
        name,
        `It has the header X-Frame-Options: ${value}. A program that obeys it leaves the pane blank. ${remove}`,
      ),
    ];
  }
  return [
    error(
      name,
      `The header X-Frame-Options: ${value} leaves the pane blank in Outlook on the web and the new Outlook. ${remove}`,
    ),
  ];
}

function checkIsolation({ name, outcome: { headers } }: AddinPage): readonly Finding[] {
  const value = headers.get('cross-origin-embedder-policy');
  if (value === null || value.startsWith('unsafe-none')) return [];
  const text = `The header Cross-Origin-Embedder-Policy: ${value} blocks Microsoft's office.js and the sign-in. Remove it ${settings.headers}.`;
  return [error(name, text)];
}

function checkOpener({ name, outcome: { headers } }: AddinPage): readonly Finding[] {
  const value = headers.get('cross-origin-opener-policy');
  if (value === null || value.startsWith('unsafe-none')) return [];
  const text = `The header Cross-Origin-Opener-Policy: ${value} separates the sign-in dialog from Outlook, which then reports it as closed (error 12006). Remove it ${settings.headers}.`;
  return [error(name, text)];
}

function checkAdvised({ name, outcome: { headers } }: AddinPage): readonly Finding[] {
  const advised: readonly (readonly [header: string, good: RegExp, value: string, reason: string])[] = [
    ['Strict-Transport-Security', /max-age=[1-9]/, 'max-age=31536000', 'browsers may try http first'],
    ['X-Content-Type-Options', /nosniff/, 'nosniff', 'browsers guess what a file is'],
    [
      'Referrer-Policy',
      /^(no-referrer|same-origin|strict-origin)/,
      'no-referrer',
      'other sites can see the address of the pane',
    ],
  ];
  return advised
    .filter(([header, good]) => !good.test(headers.get(header) ?? ''))
    .map(([header, , value, reason]) =>
      advice(name, `Without the header ${header}, ${reason}. Send "${header}: ${value}" ${settings.headers}.`),
    );
}
