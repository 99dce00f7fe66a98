import { isFound, textOf, type Outcome } from './answer';
import { createHostClient, type HostClient } from './hostClient';
import { lazyFiles } from './lazyFiles';
import { readManifest, type ManifestContent } from './manifestContent';
import { readPage } from './pageContent';
import { pageNames, type Site, type SitePage } from './site';

/** Requests the folder, the pages, the manifest, and every file that these name at the same address. */
export async function requestSite(address: string): Promise<Site> {
  const client = createHostClient();
  try {
    const folder = await client.request(`${address}/`);
    const [manifest, peoplePage, ...pages] = await Promise.all([
      client.request(`${address}/manifest.xml`),
      requestPage(address, 'people.html', client),
      ...pageNames.map(async (name) => ({ name, ...(await requestPage(address, name, client)) })),
    ]);
    const manifestContent = isFound(manifest) ? readManifest(textOf(manifest)) : null;
    const named = await requestAll(
      address,
      [...filesOfPages(address, [...pages, peoplePage]), ...icons(address, manifestContent)],
      client,
    );
    const lazy = [...named.values()].flatMap((file) => (isFound(file) ? lazyFiles(textOf(file)) : []));
    const later = await requestAll(
      address,
      lazy.filter((path) => !named.has(path)),
      client,
    );
    const files = new Map([...named, ...later]);
    return { address, folder, pages, peoplePage, manifest, manifestContent, files, hasLazyFiles: lazy.length > 0 };
  } finally {
    client.close();
  }
}

async function requestPage(address: string, name: string, client: HostClient): Promise<Omit<SitePage, 'name'>> {
  const outcome = await client.request(`${address}/${name}`);
  return { outcome, content: isFound(outcome) ? readPage(textOf(outcome)) : null };
}

function filesOfPages(address: string, pages: readonly Omit<SitePage, 'name'>[]): readonly string[] {
  return pages.flatMap(({ outcome, content }) =>
    [...(content?.scripts ?? []), ...(content?.links ?? [])].flatMap((written) =>
      URL.canParse(written, outcome.url) ? pathsIn(address, new URL(written, outcome.url).href) : [],
    ),
  );
}

function icons(address: string, manifest: ManifestContent | null): readonly string[] {
  return (manifest?.addresses ?? []).filter((one) => !one.endsWith('.html')).flatMap((one) => pathsIn(address, one));
}

/** The path in the add-in's folder, none for an address elsewhere. */
function pathsIn(address: string, file: string): readonly string[] {
  return file.startsWith(`${address}/`) ? [file.slice(address.length + 1)] : [];
}

async function requestAll(
  address: string,
  paths: readonly string[],
  client: HostClient,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = [...new Set(paths)].map(async (path) => [path, await client.request(`${address}/${path}`)] as const);
  return new Map(await Promise.all(outcomes));
}
