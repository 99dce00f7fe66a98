import { gunzipSync } from 'node:zlib';
import { fileOf, type Host } from './host.fixture';

/** One thing that is set up otherwise than the build says. */
export type Change = (host: Host) => void;

const pages = ['taskpane.html', 'signin.html'] as const;
const policyHeader = 'content-security-policy';

/** Sends a header with files, null to leave it out. */
export function header(name: string, value: string | null, paths: readonly string[] = pages): Change {
  return (host) => {
    for (const path of paths) {
      const { headers } = fileOf(host, path);
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
  };
}

/** Writes another text into the policy of the pages. */
export function policy(from: string | RegExp, to: string): Change {
  return (host) => {
    for (const path of pages) {
      const { headers } = fileOf(host, path);
      headers.set(policyHeader, replaced(headers.get(policyHeader) ?? '', from, to));
    }
  };
}

/** Writes another text into files, by default the pages. */
export function text(from: string | RegExp, to: string, paths: readonly string[] = pages): Change {
  return (host) => {
    for (const path of paths) {
      const file = fileOf(host, path);
      file.body = Buffer.from(replaced(file.body.toString(), from, to));
    }
  };
}

/** Sends a file without its compression, and says so in the header or not. */
export function compression(path: string, { inHeader }: { readonly inHeader: boolean }): Change {
  return (host) => {
    const file = fileOf(host, path);
    file.body = gunzipSync(file.body);
    if (!inHeader) file.headers.delete('content-encoding');
  };
}

/** Answers files with another status. */
export function status(value: number, paths: readonly string[]): Change {
  return (host) => {
    for (const path of paths) fileOf(host, path).status = value;
  };
}

/** Does not have a file; with `startPage`, serves the start page of another application in its place. */
export function without(path: string, { startPage = false } = {}): Change {
  return (host) => {
    host.files.delete(path);
    if (startPage) host.missing = welcome;
  };
}

/** Serves the same page for every address. */
export const onePageForAll: Change = (host) => {
  host.intercept = welcome;
};

/** Redirects every path elsewhere. */
export function redirectAll(target: string): Change {
  return (host) => {
    host.intercept = () => redirect(target);
  };
}

/** Redirects a page to its name without the ending. */
export function shortName(page: string): Change {
  return (host) => {
    const short = page.replace('.html', '');
    host.files.set(short, fileOf(host, page));
    host.intercept = (path) => (path === page ? redirect(short) : null);
  };
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function welcome(): Response {
  return new Response('<!doctype html><title>Welcome</title>', { headers: { 'content-type': 'text/html' } });
}

function replaced(before: string, from: string | RegExp, to: string): string {
  const after = before.replace(from, to);
  if (after === before) throw new Error(`"${String(from)}" is not in: ${before}`);
  return after;
}
