import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkManifest } from './check';
import { checkUnifiedManifest } from './checkUnified';
import { folderOf } from './folder';

/**
 * Checks a manifest file, by its ending the XML manifest or the unified one (`.json`). Icons and pages are looked for
 * in the file's own folder. Resolves to one sentence per problem.
 * @param version of package.json.
 */
export async function checkManifestFile(file: string, version: string): Promise<readonly string[]> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    return [unreadable(error)];
  }
  return file.endsWith('.json')
    ? checkUnifiedManifest(content, dirname(file))
    : checkManifest(content, version, folderOf(file));
}

function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file. Write the path of a manifest, or run "npm run build" first.';
  if (code === 'EISDIR') return 'This is a folder. Write the path of the manifest in it.';
  return `The file cannot be read: ${message}.`;
}
