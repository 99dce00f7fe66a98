import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['src', 'build', 'assets', 'webpack.config.js', 'package.json', 'manifest.xml'];

/** Whether the built add-in is missing, or older than anything it is made of. */
export function needsBuild(dist: string): boolean {
  try {
    const built = statSync(join(dist, 'taskpane.html')).mtimeMs;
    return sources.some((source) => newest(source) > built);
  } catch {
    return true;
  }
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
