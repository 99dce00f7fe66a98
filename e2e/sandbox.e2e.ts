import { people } from './support/people';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { startElsewhere } from './support/elsewhere';
import { askWithGraphClient } from './support/graph';
import { colorOf, isNear } from './support/pixels';
import { start } from './support/process';
import { startService } from './support/service';
import { expect, test } from './support/story';

test('sandbox.json lists all addresses for other clients', async ({ outlook, context }) => {
  const { places } = outlook;
  for (const address of [places.window, places.pane, places.graph, places.outlook, places.token]) {
    expect(new URL(address).protocol).toBe('https:');
  }
  expect(places.user).toBe(people.adele.address);
  expect(places.graph).toMatch(/\/v1\.0$/);
  expect(places.outlook).toMatch(/\/api\/v2\.0$/);
  const wrong = await context.request.get(`${places.token}?user=${places.user}`);
  expect([wrong.status(), await wrong.json()]).toEqual([400, { error: 'scope has to name at least one permission.' }]);
});

test('Microsoft’s own Graph client works against the service, unmodified', async ({ outlook }) => {
  expect(await askWithGraphClient(outlook.places.window)).toMatchObject({
    me: { displayName: 'Adele Vance', mail: people.adele.address },
    metadata: { id: '240x240', width: 240, height: 240, '@odata.mediaContentType': 'image/jpeg' },
    sizes: { value: expect.arrayContaining([expect.objectContaining({ id: '48x48' })]) as unknown },
    photo: [0xff, 0xd8, 0xff],
    sized: [0xff, 0xd8, 0xff],
    batch: { responses: [{ id: '1', status: 200, body: { width: 648 } }] },
    missing: { statusCode: 404, code: 'ImageNotFound' },
  });
});

/** Starts a service on a folder and reads the width of an account's photo, which also puts it into the folder. */
async function photoWidth(folder: string, address: string): Promise<number> {
  const service = await startService(folder);
  try {
    const token = await service.control.token(address, 'User.Read', 'https://graph.microsoft.com');
    const answer = await fetch(`${service.origin}/v1.0/me/photo`, { headers: { authorization: `Bearer ${token}` } });
    return ((await answer.json()) as { width: number }).width;
  } finally {
    service.close();
  }
}

test('photos stay in the folder across a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  expect(await photoWidth(folder, people.adele.address)).toBe(648);
  expect(await photoWidth(other, people.alex.address)).toBe(504);
  const [mine = ''] = readdirSync(folder);
  const [donated = ''] = readdirSync(other);
  copyFileSync(join(other, donated), join(folder, mine));
  expect(await photoWidth(folder, people.adele.address)).toBe(504);
  for (const one of [folder, other]) rmSync(one, { recursive: true });
});

test('a port in use is named, with the setting that changes it', async ({ outlook }) => {
  const { port } = new URL(outlook.places.window);
  const second = start('sandbox/main.ts', { SANDBOX_PORT: port, SANDBOX_DIST: 'dist' }, /Window: (\S+)/);
  await expect(second).rejects.toThrow(new RegExp(`Port ${port} is in use.*SANDBOX_PORT`));
});

test('the built add-in contains nothing of the sandbox', () => {
  const shipped = readdirSync('dist').filter((name) => /\.(js|html|css|xml)$/.test(name));
  expect(shipped.length).toBeGreaterThan(4);
  for (const name of shipped) {
    expect(readFileSync(`dist/${name}`, 'utf8')).not.toMatch(/sandbox\.json|contoso|nested-token|localhost:300[12]/);
  }
});

test('no token, address or photo goes to the console or into the browser’s storage', async ({
  outlook,
  page,
  context,
  pane,
  reports,
}) => {
  await outlook.open('?bridge=none');
  const opening = context.waitForEvent('page');
  await pane.getByRole('button', { name: 'Sign in' }).click();
  await (await opening).getByRole('link', { name: 'Adele Vance' }).click();
  await outlook.expectFace(people.megan);
  await outlook.open();
  await outlook.expectFace(people.megan);
  const stored = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(async () => {
        const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
        return [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, ...databases];
      }),
    ),
  );
  expect(stored.length).toBeGreaterThan(1);
  expect([...stored.flat(), ...reports.console].filter((text) => /eyJ|@contoso|megan|base64/i.test(text))).toEqual([]);
});

test('the add-in works with another host page and service of the same protocols', async ({ outlook, page }) => {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#20a060' } })
    .jpeg()
    .toBuffer();
  const elsewhere = await startElsewhere(picture);
  await page.goto(elsewhere.window);
  const image = outlook.faceOf('Someone Else');
  await expect(image).toBeVisible();
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  const drawn = await image.screenshot();
  elsewhere.close();
  expect(isNear(await colorOf(drawn), await colorOf(picture))).toBe(true);
});
