import { resolve } from 'node:path';
import type { Compiler, WebpackPluginInstance } from 'webpack';
import { compileCatalogs } from './texts';

/** Compiles the text catalogs before each build, and again whenever one of them changes. */
export class CompileTextsPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler): void {
    const compile = (): void => void compileCatalogs();
    compiler.hooks.beforeRun.tap('CompileTexts', compile);
    compiler.hooks.watchRun.tap('CompileTexts', compile);
    compiler.hooks.afterCompile.tap('CompileTexts', ({ fileDependencies }) => {
      for (const catalog of compileCatalogs()) fileDependencies.add(resolve(catalog));
    });
  }
}
