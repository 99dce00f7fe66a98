import { cacheControlOf, cacheRules, headersOf, otherCaching } from './headers';
import type { HostedAddin } from './nginx';

/** `staticwebapp.config.json` of Azure Static Web Apps, to be served from the root of its site. */
export function azureStaticWebApp({ address, headers }: HostedAddin, files: readonly string[]): object {
  const folder = new URL(address).pathname.replace(/\/+$/, '');
  const [hashed, icons] = cacheRules;
  return {
    globalHeaders: { ...headers, 'cache-control': otherCaching },
    routes: [
      // The first route that fits counts.
      ...files
        .filter((path) => headersOf(path, headers) !== headers)
        .map((path) => ({
          route: `${folder}/${path}`,
          headers: { ...headersOf(path, headers), 'cache-control': cacheControlOf(path) },
        })),
      // Its routes know endings, not patterns: every file with these endings is hashed.
      { route: `${folder}/*.{js,css,map,wasm,bin}`, headers: { 'cache-control': hashed.value } },
      { route: `${folder}/*.{png}`, headers: { 'cache-control': icons.value } },
    ],
    mimeTypes: { '.map': 'application/json', '.wasm': 'application/wasm' },
  };
}
