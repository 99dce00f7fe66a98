import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { ManifestFolder } from './manifest';

/** The folder of a manifest file. In the repository the pages are templates in `src/`. */
export function folderOf(file: string): ManifestFolder {
  const folder = dirname(file);
  return {
    async iconSize(path) {
      try {
        const { width, height, format } = await sharp(join(folder, path)).metadata();
        return format === 'png' ? { width, height } : null;
      } catch {
        return null;
      }
    },
    hasPage: (path) => Promise.resolve(isFile(join(folder, path)) || isFile(join(folder, 'src', path))),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
