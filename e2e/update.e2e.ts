import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as story } from './support/editing';
import { people } from './support/people';
import { jpegOf } from './support/pictures';
import { openSettings } from './support/settings';
import { addin, startSandbox, type Sandbox } from './support/sandbox';

/** A sandbox whose add-in is in a folder that stories change. */
interface Deployment extends Sandbox {
  readonly folder: string;
}

const versions = ['1.0.0', '1.0.1'] as const;

/** A test with a deployment of its own, which has the first version when it starts. */
const test = story.extend<{ readonly deployment: Deployment }, { readonly served: Deployment }>({
  served: [
    async ({}, use) => {
      const copy = mkdtempSync(join(tmpdir(), 'deployment-'));
      // Where a server is tested, its own folder.
      const folder = process.env['ADDIN_FOLDER'] ?? copy;
      if (folder === copy) cpSync('dist', copy, { recursive: true });
      const sandbox = await startSandbox(folder === copy ? copy : addin);
      await use({ ...sandbox, folder });
      sandbox.close();
      rmSync(copy, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  sandbox: [async ({ served }, use) => use(served), { scope: 'worker' }],

  deployment: async ({ served }, use) => {
    const backup = mkdtempSync(join(tmpdir(), 'backup-'));
    cpSync(served.folder, backup, { recursive: true });
    await use(served);
    rmSync(served.folder, { recursive: true });
    cpSync(backup, served.folder, { recursive: true });
    rmSync(backup, { recursive: true });
  },
});

/** Replaces every file whose name has a hash by one with another hash, as a build of changed sources does. */
function deploySecondVersion({ folder }: Deployment): void {
  const hashed = readdirSync(folder).filter((name) => /\.[0-9a-f]{8}\.(js|css)$/.test(name));
  const hashes = hashed.map((name) => /\.([0-9a-f]{8})\./.exec(name)?.[1] ?? '');
  const renewed = (text: string): string =>
    hashes.reduce((changed, hash) => changed.replaceAll(hash, hash.slice(4) + hash.slice(0, 4)), text);
  const contents = [...hashed, 'taskpane.html', 'signin.html'].map((name) => {
    const text = renewed(readFileSync(join(folder, name), 'utf8'))
      .replace(/data-build="\w+"/, 'data-build="second"')
      .replaceAll(`"${versions[0]}"`, `"${versions[1]}"`);
    return [renewed(name), text] as const;
  });
  const stale = readdirSync(folder).filter((name) => /\.[0-9a-f]{8}\./.test(name));
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, text] of contents) writeFileSync(join(folder, name), text);
}

/** Stories that replace the folder: no others may run beside them where all share one. */
const tag = '@replaces-folder';

test(
  'a browser that has the first version in its cache opens the second',
  { tag },
  async ({ outlook, pane, deployment }) => {
    for (const version of versions) {
      await outlook.open();
      await outlook.expectFace(people.megan);
      await openSettings(pane);
      await expect(pane.getByText(version, { exact: true })).toBeVisible();
      if (version === versions[0]) deploySecondVersion(deployment);
    }
  },
);

test(
  'a pane that is open while the second version is deployed ends on it, and keeps the chosen picture',
  { tag },
  async ({ outlook, editing, pane, page, context, deployment }) => {
    await editing.consentToWrite();
    await editing.openMyPhoto();
    deploySecondVersion(deployment);
    // Files that the open pane has loaded ahead would hide that the others are gone.
    const browser = await context.newCDPSession(page);
    await browser.send('Network.clearBrowserCache');
    await editing.choosePicture(await jpegOf(900, 900));
    await editing.expectText('There is a new version of User Photo.');
    await editing.button('Reload').click();
    await editing.expectPreview();
    await editing.save();
    await openSettings(pane);
    await expect(pane.getByText(versions[1], { exact: true })).toBeVisible();
    await outlook.select(people.diego.address);
    await pane.getByRole('tab', { name: 'Message' }).click();
    await outlook.expectFace(people.diego);
  },
);
