import type { Compiler, WebpackPluginInstance } from 'webpack';

/** Adds a generated file to the build. */
export class EmitFilePlugin implements WebpackPluginInstance {
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    this.#name = name;
    this.#content = content;
  }

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('EmitFile', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'EmitFile', stage }, () => {
        compilation.emitAsset(this.#name, new sources.RawSource(this.#content));
      });
    });
  }
}
