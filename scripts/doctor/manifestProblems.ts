import { imageDimensionsFromData } from 'image-dimensions';
import { checkManifest } from '../manifest/check';
import type { ManifestFolder } from '../manifest/manifest';
import { isFound, textOf, type Answer } from './answer';
import type { ManifestContent } from './manifestContent';
import { pageNames, type Site } from './site';

/** What the project's own check finds in a served manifest, without the icons that are not served. */
export async function manifestProblems(
  manifest: Answer,
  { version }: ManifestContent,
  { files }: Site,
): Promise<readonly string[]> {
  const folder: ManifestFolder = {
    iconSize: (path) => Promise.resolve(iconSize(files, path)),
    // Every page of the manifest is one of these, and they have findings of their own.
    hasPage: (path) => Promise.resolve(pageNames.some((name) => name === path)),
  };
  // A deployment may be older or newer than this repository.
  const problems = await checkManifest(textOf(manifest), version.replace(/\.0$/, ''), folder);
  const missing = [...files].filter(([, file]) => !isFound(file)).map(([path]) => path);
  return problems.filter((problem) => !missing.some((path) => problem.includes(path)));
}

function iconSize(files: Site['files'], path: string): { readonly width: number; readonly height: number } | null {
  const file = files.get(path);
  if (!file || !isFound(file)) return null;
  return imageDimensionsFromData(file.bytes) ?? null;
}
