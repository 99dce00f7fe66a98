import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifestPermission } from './manifest';

test('the permission is the one that the manifest asks for', async () => {
  expect(await readManifestPermission()).toMatch(/^(Restricted|ReadItem|ReadWriteItem|ReadWriteMailbox)$/);
});

test('a manifest without a permission is an error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  writeFileSync(join(folder, 'manifest.xml'), '<OfficeApp/>');
  await expect(readManifestPermission(join(folder, 'manifest.xml'))).rejects.toThrow('names no permission');
  rmSync(folder, { recursive: true });
});
