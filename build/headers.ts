import { officeOrigins } from '../src/officeOrigins';

/** The origins that the add-in's pages deal with. */
export interface PageOrigins {
  /** Outlook's windows, which may frame the pane; a source list of the policy. */
  readonly hosts: readonly string[];
  /** Scripts of Office.js besides the add-in's own. */
  readonly office: readonly string[];
  /** The photo service and the identity provider. */
  readonly services: readonly string[];
}

/** The windows of Outlook on the web and the new Outlook, and where Office.js comes from (Microsoft 365 URLs). */
const microsoft = {
  hosts: [
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook.cloud.microsoft',
    'https://outlook.live.com',
    'https://*.outlook.office.com',
  ],
  office: officeOrigins,
} as const;

/** The hash of the empty text: Fluent's style elements are empty and filled through the style sheet's own methods. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The headers that every page of the add-in is served with, by name. */
export function pageHeaders({ hosts, office, services }: PageOrigins): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...office].join(' '),
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...services].join(' '),
    ['frame-src', ...services].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    ['frame-ancestors', ...hosts].join(' '),
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** The headers for a deployment: Microsoft's hosts, and the services of the config block. */
export function deploymentHeaders(config: {
  readonly authority: string;
  readonly serviceUrl: string;
}): Readonly<Record<string, string>> {
  const services = new Set([config.serviceUrl, config.authority].map((address) => new URL(address).origin));
  return pageHeaders({ ...microsoft, services: [...services] });
}
