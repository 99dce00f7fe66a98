import type { Compiler, WebpackPluginInstance } from 'webpack';
import { azureStaticWebApp } from './azureStaticWebApps';
import { nginxSite, type HostedAddin } from './nginx';
import { objectStore } from './objectStore';

/** Writes the settings of hosts for the files of this build: beside its folder, since they are not part of the site. */
export class HostingPlugin implements WebpackPluginInstance {
  readonly #addin: HostedAddin;

  constructor(addin: HostedAddin) {
    this.#addin = addin;
  }

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Hosting', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Hosting', stage }, (assets) => {
        const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
        const settings = {
          '../hosting/nginx.conf': nginxSite(this.#addin),
          '../hosting/object-store.json': json(objectStore(this.#addin, Object.keys(assets))),
          // Azure reads it from the site, and does not serve it.
          'staticwebapp.config.json': json(azureStaticWebApp(this.#addin, Object.keys(assets))),
        };
        for (const [name, text] of Object.entries(settings)) compilation.emitAsset(name, new sources.RawSource(text));
      });
    });
  }
}
