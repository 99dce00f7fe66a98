// Checks the manifest without a network (`npm run validate`), then lets office-addin-manifest read it. With --online it
// also asks Microsoft's validation service.
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
  const { id, displayName, version: read } = await OfficeAddinManifest.readManifestFile(file);
  console.log(`${file}: ${displayName ?? ''} ${read ?? ''} (${id ?? ''}) is in order.`);
  if (!process.argv.includes('--online')) {
    console.log('Where there is a network, "npm run validate -- --online" also asks the official service.');
    return 0;
  }
  const { isValid } = await validateManifest(file);
  console.log(isValid ? 'The official service accepts it.' : 'The official service refuses it.');
  return isValid ? 0 : 1;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
