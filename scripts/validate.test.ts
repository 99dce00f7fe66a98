import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rewriteManifest } from '../build/manifest';
import { manifestTranslations } from '../build/manifestTranslations';
import { unifiedManifest, unifiedTranslation } from '../build/unifiedManifest';

interface Result {
  readonly code: number;
  readonly output: string;
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  const deployment = { address: 'https://photos.example/sub/path' };
  const xml = rewriteManifest(
    await readFile('manifest.xml', 'utf8'),
    deployment,
    'https://login.microsoftonline.com/common',
  );
  await cp('assets', join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'taskpane.html'), '');
  await writeFile(join(folder, 'manifest.xml'), xml);
  await writeFile(join(folder, 'manifest.json'), unifiedManifest(xml));
  for (const { file, locale } of manifestTranslations) {
    await writeFile(join(folder, file), unifiedTranslation(xml, locale));
  }
});

afterEach(() => rm(folder, { recursive: true }));

function validate(...paths: readonly string[]): Promise<Result> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/validate.ts', ...paths], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

test('both manifests of a build are valid, also for another parser', async () => {
  const { code, output } = await validate(join(folder, 'manifest.xml'), join(folder, 'manifest.json'));
  expect(output).toContain(`${folder}/manifest.xml: User Photo for Outlook 1.0.0.0`);
  expect(output).toContain(`${folder}/manifest.json: User Photo for Outlook 1.0.0`);
  expect(code).toBe(0);
});

test('the icons are those beside the manifest, and each file is reported', async () => {
  await rm(join(folder, 'assets/icon-80.png'));
  const { code, output } = await validate(join(folder, 'manifest.xml'), 'manifest.xml', join(folder, 'none.xml'));
  expect(output).toContain('<bt:Image> has the icon assets/icon-80.png, which is not a PNG file here.');
  expect(output).toMatch(/^manifest\.xml: .* is valid\.$/m);
  expect(output).toContain(
    'none.xml: There is no such file. Write the path of a manifest, or run "npm run build" first.',
  );
  expect(code).toBe(1);
});

test('a folder is not a manifest', async () => {
  const { code, output } = await validate(folder);
  expect(output).toContain(`${folder}: This is a folder. Write the path of the manifest in it.`);
  expect(code).toBe(1);
});

test('without a path, the manifest of the repository is checked', async () => {
  const { output } = await validate();
  expect(output).toMatch(/^manifest\.xml: .* is valid\.$/m);
});
