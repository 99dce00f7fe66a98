// Checks the manifest offline (`npm run validate`), then parses it with office-addin-manifest. With --online it also sends
// the manifest to Microsoft's validation service.
import { readFileSync } from 'node:fs';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';
import sharp from 'sharp';
import { checkManifest } from './manifest/check';

const file = process.argv[2] ?? 'manifest.xml';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

async function run(): Promise<number> {
  const problems = await checkManifest(readFileSync(file, 'utf8'), version, async (path) => {
    try {
      const { width, height } = await sharp(path).metadata();
      return { width, height };
    } catch {
      return null;
    }
  });
  for (const problem of problems) console.error(`${file}: ${problem}`);
  if (problems.length > 0) return 1;
  const { id, displayName, version: parsedVersion } = await OfficeAddinManifest.readManifestFile(file);
  console.log(`${file}: ${displayName ?? ''} ${parsedVersion ?? ''} (${id ?? ''}) is valid.`);
  if (!process.argv.includes('--online')) {
    console.log('"npm run validate -- --online" also uses the official validation service.');
    return 0;
  }
  const { isValid } = await validateManifest(file);
  console.log(isValid ? 'The official service accepted it.' : 'The official service rejected it.');
  return isValid ? 0 : 1;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
