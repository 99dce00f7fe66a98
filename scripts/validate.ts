// Checks manifests offline (`npm run validate`), then parses them with office-addin-manifest. Without paths: the manifest
// of the repository and those of the last build. With --online Microsoft's validator reads them too: it sends an XML
// manifest to a service and compares a unified manifest with its schema.
import { existsSync, readFileSync } from 'node:fs';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';
import { checkManifestFile } from './manifest/checkFile';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isOnline = process.argv.includes('--online');

function defaultPaths(): readonly string[] {
  return ['manifest.xml', ...['dist/manifest.xml', 'dist/manifest.json'].filter((path) => existsSync(path))];
}

async function isValid(file: string): Promise<boolean> {
  const problems = await checkManifestFile(file, version);
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) return false;
  const { id, displayName, version: parsed } = await OfficeAddinManifest.readManifestFile(file);
  console.log(`${file}: ${displayName ?? ''} ${parsed ?? ''} (${id ?? ''}) is valid.`);
  return !isOnline || isAcceptedOnline(file);
}

async function isAcceptedOnline(file: string): Promise<boolean> {
  const { isValid: accepted, report } = await validateManifest(file);
  console.log(`${file}: Microsoft's validator ${accepted ? 'accepted' : 'rejected'} it.`);
  for (const { title, content } of report?.errors ?? []) console.error(`${file}: ${title ?? ''}: ${content ?? ''}`);
  return accepted;
}

let allValid = true;
for (const file of paths.length > 0 ? paths : defaultPaths()) {
  try {
    allValid = (await isValid(file)) && allValid;
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    allValid = false;
  }
}
if (!isOnline) console.log('"npm run validate -- --online" also uses Microsoft\'s validator.');
process.exit(allValid ? 0 : 1);
