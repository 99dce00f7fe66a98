import { readFile } from 'node:fs/promises';

/** The permission that an add-in only manifest asks for, such as `ReadItem`. @throws Error if it names none */
export async function readManifestPermission(file = 'manifest.xml'): Promise<string> {
  const permission = /<Permissions>(\w+)<\/Permissions>/.exec(await readFile(file, 'utf8'))?.[1];
  if (permission === undefined) throw new Error(`${file} names no permission.`);
  return permission;
}
