import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration, type Stats } from 'webpack';
import { needsBuild } from './freshness';

/** Subscribes to rebuilds. @returns its own undo. */
export type Rebuilt = (listener: () => void) => () => void;

export interface Builds {
  /** Folder of the built add-in. */
  readonly folder: string;
  /** Null where the add-in is not watched. */
  readonly rebuilt: Rebuilt | null;
}

type CreateConfiguration = (environment: object, options: { readonly mode: string }) => Promise<Configuration>;

/**
 * The add-in that the sandbox serves: the folder given; or the production bundle, built where it is missing or stale; or
 * a development build that follows every saved file.
 */
export async function openBuilds(folder: string | undefined, isProduction: boolean): Promise<Builds> {
  if (folder !== undefined) return { folder, rebuilt: null };
  if (!isProduction) return watchBuilds('.sandbox/dist');
  if (needsBuild('dist')) buildForProduction();
  return { folder: 'dist', rebuilt: null };
}

function buildForProduction(): void {
  console.log('Building the add-in ...');
  const webpackCommand = ['node_modules/webpack/bin/webpack.js', '--mode', 'production'];
  const { status } = spawnSync(process.execPath, webpackCommand, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The add-in could not be built. The lines above say why.');
}

/** Resolves after the first build. A build that fails is reported in the terminal, and the last good one stays. */
async function watchBuilds(folder: string): Promise<Builds> {
  console.log('Building the add-in for development ...');
  const file = pathToFileURL(resolve('webpack.config.js')).href;
  const { default: createConfiguration } = (await import(file)) as { default: CreateConfiguration };
  const configuration = await createConfiguration({}, { mode: 'development' });
  const compiler = webpack({
    ...configuration,
    output: { ...configuration.output, path: resolve(folder) },
    optimization: { ...configuration.optimization, emitOnErrors: false },
  });
  const listeners = new Set<() => void>();
  await new Promise<void>((settle) => {
    compiler.watch({ aggregateTimeout: 50 }, (error, stats) => {
      report(error, stats);
      settle();
      if (!error && !stats?.hasErrors()) for (const listener of listeners) listener();
    });
  });
  const rebuilt: Rebuilt = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { folder, rebuilt };
}

function report(error: Error | null, stats: Stats | undefined): void {
  if (error) console.error(error.message);
  if (stats?.hasErrors()) console.error(stats.toString({ preset: 'errors-only', colors: process.stdout.isTTY }));
  else if (stats) console.log(`Built in ${stats.endTime - stats.startTime} ms.`);
}
