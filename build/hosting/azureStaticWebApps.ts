import { cacheRules, otherCaching } from './headers';
import type { HostedAddin } from './nginx';

/** `staticwebapp.config.json` of Azure Static Web Apps, to be served from the root of its site. */
export function azureStaticWebApp({ address, headers }: HostedAddin): object {
  const folder = new URL(address).pathname.replace(/\/+$/, '');
  const [hashed, icons] = cacheRules;
  return {
    globalHeaders: { ...headers, 'cache-control': otherCaching },
    routes: [
      // Its routes know endings, not patterns: every file with these endings is hashed.
      { route: `${folder}/*.{js,css,map}`, headers: { 'cache-control': hashed.value } },
      { route: `${folder}/*.{png}`, headers: { 'cache-control': icons.value } },
    ],
    mimeTypes: { '.map': 'application/json' },
  };
}
