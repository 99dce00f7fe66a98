/** The sources of a content security policy by directive. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** The policies of a header; a browser applies every one of them (CSP Level 3, "Parse a response's CSPs"). */
export function parsePolicies(header: string): readonly Policy[] {
  return header
    .split(',')
    .map(parsePolicy)
    .filter((policy) => policy.size > 0);
}

function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    // Of a directive that is there twice, the first is valid.
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

/** The directives that hold for one kind of request, from the most special (CSP Level 3, "Get fetch directive fallback list"). */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'font-src': ['font-src', 'default-src'],
  'object-src': ['object-src', 'default-src'],
};

/** What a policy allows for a directive, by name of the directive that decides; null if it restricts nothing. */
export function effective(policy: Policy, directive: string): { name: string; sources: readonly string[] } | null {
  for (const name of fallbacks[directive] ?? [directive]) {
    const sources = policy.get(name);
    if (sources) return { name, sources };
  }
  return null;
}

/** True if one of the sources covers the wanted one: an origin, a keyword, a hash, a scheme, or a name of a policy. */
export function covers(sources: readonly string[], wanted: string, ownOrigin: string): boolean {
  if (sources.includes(wanted)) return true;
  if (/^\w+$/.test(wanted)) return sources.includes('*');
  if (/^'sha/.test(wanted)) return sources.includes("'unsafe-inline'");
  if (wanted === "'self'") return sources.some((source) => coversOrigin(source, ownOrigin));
  return wanted.startsWith('https:') && sources.some((source) => coversOrigin(source, wanted, ownOrigin));
}

function coversOrigin(source: string, origin: string, ownOrigin?: string): boolean {
  const lower = source.toLowerCase();
  if (lower === "'self'") return origin === ownOrigin;
  if (['*', 'https:', 'http:'].includes(lower)) return true;
  const [, , host = ''] = /^(https?:\/\/)?([^/']+)\/?$/.exec(lower) ?? [];
  const wantedHost = origin.replace(/^https:\/\//, '');
  if (host.startsWith('*.')) return wantedHost.endsWith(host.slice(1)) && wantedHost !== host.slice(2);
  return host !== '' && host === wantedHost;
}
