import { officeOrigins } from '../../src/officeOrigins';

/** Header values by name. */
type Headers = Readonly<Record<string, string>>;

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
    'https://outlook.live.com',
    'https://*.outlook.office.com',
    'https://*.cloud.microsoft',
  ],
  office: officeOrigins,
} as const;

/** The hash of the empty text: Fluent's style elements are empty and filled through the style sheet's own methods. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The headers that every file of the add-in is served with, by name: a worker takes its policy from its own file. */
export function securityHeaders({ hosts, office, services }: PageOrigins): Headers {
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

/** The headers of a deployment: Microsoft's hosts, and the services of the config block; https for a year. */
export function deploymentHeaders(config: { readonly authority: string; readonly serviceUrl: string }): Headers {
  const services = new Set([config.serviceUrl, config.authority].map((address) => new URL(address).origin));
  return {
    ...securityHeaders({ ...microsoft, services: [...services] }),
    'strict-transport-security': 'max-age=31536000',
  };
}

/**
 * Policies of files that need one of their own, by a pattern of their path and from the policy of the other files: a worker
 * has the policy of its own response.
 */
export const policyRules: readonly { readonly files: string; readonly policyFrom: (others: string) => string }[] = [
  // WebAssembly needs a permission, which the pages do not have. It reaches its own files, and no service.
  {
    files: String.raw`(^|/)heic-worker\b[^/]*\.js$`,
    policyFrom: () =>
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'",
  },
  // A window of its own, without Outlook and without Office.js: no other page may frame it.
  {
    files: String.raw`(^|/)people\.html$`,
    policyFrom: (others) =>
      others
        .replace(/script-src [^;]+/, "script-src 'self'")
        .replace(/frame-(src|ancestors) [^;]+/g, "frame-$1 'none'"),
  },
];

/** The headers of a file, where those of all files are `headers`. */
export function headersOf(path: string, headers: Headers): Headers {
  const rule = policyRules.find(({ files }) => new RegExp(files).test(path));
  const policy = 'content-security-policy';
  return rule ? { ...headers, [policy]: rule.policyFrom(headers[policy] ?? '') } : headers;
}

/** How long browsers keep a file, by the first pattern that its path matches. */
export const cacheRules = [
  // Its name changes with its content.
  { files: String.raw`\.[0-9a-f]{8,}\.(js|css|wasm|bin)(\.map)?$`, value: 'public, max-age=31536000, immutable' },
  // Named in the manifest, so without a hash.
  { files: String.raw`\.png$`, value: 'public, max-age=86400' },
] as const;

/** Everything else is asked for again each time; the answer is mostly "304 Not Modified". */
export const otherCaching = 'no-cache';

/** The value of Cache-Control for a file of the add-in. */
export function cacheControlOf(path: string): string {
  return cacheRules.find(({ files }) => new RegExp(files).test(path))?.value ?? otherCaching;
}
