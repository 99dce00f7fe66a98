/** The page is requested for at most this long: an answer after that is no help. Milliseconds. */
const pageTimeout = 5_000;

/**
 * Whether another build has replaced the one that this page belongs to, so that files of this build may be gone. False
 * where that cannot be found out.
 */
export async function isReplaced(): Promise<boolean> {
  const { build } = document.documentElement.dataset;
  const current = await fetchBuild().catch(() => null);
  return current !== null && current !== build;
}

/** The build that the address of this page has now; null where the answer is no page of a build. */
async function fetchBuild(): Promise<string | null> {
  const response = await fetch(location.pathname + location.search, {
    cache: 'no-store',
    signal: AbortSignal.timeout(pageTimeout),
  });
  return response.ok ? buildOf(await response.text()) : null;
}

/** The build in the text of a page. The page's policy allows no parsing of HTML. */
export function buildOf(page: string): string | null {
  return /<html\b[^>]*\sdata-build="([^"]+)"/.exec(page)?.[1] ?? null;
}
