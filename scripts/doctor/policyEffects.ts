import { officeOrigins } from '../../src/officeOrigins';

interface Services {
  readonly authority: string;
  readonly serviceUrl: string;
}

/** What does not work where the policy lacks a source that the build's has; null if nothing visible follows. */
export function policyEffect(directive: string, source: string, services: Services): string | null {
  const byDirective = effects[directive];
  return byDirective ? byDirective(source, services) : null;
}

const effects: Readonly<Record<string, (source: string, services: Services) => string | null>> = {
  'script-src': (source) =>
    officeOrigins.includes(source)
      ? "the browser blocks Outlook's library office.js or MicrosoftAjax.js, which it loads, and the pane never starts"
      : "the browser blocks the add-in's own scripts, and the pane never starts",
  'style-src': (source) =>
    source === "'self'" ? 'the pane has no styling' : "the styling of the pane's controls is blocked",
  'img-src': (source) => (source === 'blob:' ? 'no photo is shown' : null),
  'connect-src': (source, { authority, serviceUrl }) => {
    if (source === new URL(authority).origin) return 'sign-in fails';
    return source === new URL(serviceUrl).origin ? 'no photo can be read or saved' : null;
  },
  'frame-src': (source, { authority }) =>
    source === new URL(authority).origin ? 'the silent sign-in fails, and people have to sign in each time' : null,
  'frame-ancestors': () => 'the pane stays blank in Outlook on the web and the new Outlook',
  'worker-src': () => 'a new photo cannot be prepared',
  'trusted-types': () => 'the page cannot set its own rule for addresses of scripts, and never starts',
};
