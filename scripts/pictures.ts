// Makes the pictures of README and docs from the sandbox, with the build in dist/ (`npm run pictures`).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type FrameLocator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { launchOptions } from '../e2e/support/chromium';
import { chooseFiles } from '../e2e/support/manyPhotos';
import { people } from '../e2e/support/people';
import { PeoplePage } from '../e2e/support/peoplePage';
import { startSandbox, type Sandbox } from '../e2e/support/sandbox';
import { SandboxControl } from '../e2e/support/sandboxControl';
import { openSettings } from '../e2e/support/settings';
import type { Places } from '../sandbox/host/window';
import { writePictures } from '../sandbox/pictures/writePictures';

const folder = 'docs/pictures';
const { adele, alex, diego, lynne, megan } = people;

/** The size of the window in the pictures, in CSS pixels. */
const view = { width: 960, height: 600 };

/** The same for the administrators' page. */
const wideView = { width: 1100, height: 720 };

/** A frame of the moving picture, and how long it is shown, in milliseconds. */
interface Frame {
  readonly picture: Buffer;
  readonly delay: number;
}

interface Scene {
  readonly page: Page;
  readonly pane: FrameLocator;
}

type Work = (scene: Scene) => Promise<void>;

/** Opens the window in a browser of its own, with pictures of twice the resolution. `prepare` is done before. */
async function inWindow(
  sandbox: Sandbox,
  query: string,
  work: Work,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: view, deviceScaleFactor: 2 });
  await prepare?.(page);
  await page.goto(`${sandbox.window}${query}`);
  const pane = page.frameLocator('iframe[title="User Photo"]');
  await work({ page, pane });
  await browser.close();
}

/** Waits until every photo is there and drawn. */
async function settle({ pane }: Scene): Promise<void> {
  await pane.locator('img').first().waitFor();
  await pane.getByText('Looking for the photo').waitFor({ state: 'detached' });
  await pane.locator('main').evaluate(async (main) => {
    await Promise.all([...main.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
  });
}

async function savePicture(picture: Buffer, name: string): Promise<void> {
  await sharp(picture).png({ palette: true }).toFile(`${folder}/${name}.png`);
}

/** The pane alone. */
async function savePane(scene: Scene, name: string): Promise<void> {
  await settle(scene);
  await savePicture(await scene.page.locator('iframe').screenshot(), name);
}

/** The upper part of the pane, where it has a text and no photo. */
async function saveText({ page, pane }: Scene, text: string, name: string): Promise<void> {
  await pane.getByText(text).first().waitFor();
  const { x, y, width } = (await page.locator('iframe').boundingBox()) ?? { x: 0, y: 0, width: 0 };
  await savePicture(await page.screenshot({ clip: { x, y, width, height: 330 } }), name);
}

/** A photo to set: the face of a colleague, from the sandbox's own service. */
async function somePhoto({ page }: Scene): Promise<Buffer> {
  const places = (await (await page.request.get(new URL('sandbox.json', page.url()).href)).json()) as Record<
    'token' | 'graph',
    string
  >;
  const token = `${places.token}?user=${adele.address}&scope=User.ReadBasic.All`;
  const { access_token } = (await (await page.request.get(token)).json()) as { access_token: string };
  const url = `${places.graph}/users/${lynne.address}/photo/$value`;
  const response = await page.request.get(url, { headers: { authorization: `Bearer ${access_token}` } });
  return response.body();
}

async function choosePhoto(scene: Scene, buttonName: string): Promise<void> {
  const { page, pane } = scene;
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    pane.getByRole('button', { name: buttonName, exact: true }).click(),
  ]);
  await chooser.setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await somePhoto(scene) });
  await pane.getByRole('slider').first().waitFor();
}

/** The main job: who writes, one after another; then a new photo of one's own. */
async function film(scene: Scene): Promise<readonly Frame[]> {
  const { page, pane } = scene;
  const frames: Frame[] = [];
  const shoot = async (delay: number): Promise<void> => {
    await settle(scene);
    frames.push({ picture: await page.screenshot(), delay });
  };
  await shoot(1600);
  for (const item of [diego.address, 'group']) {
    await page.locator(`[data-item="${item}"]`).click();
    await shoot(1600);
  }
  await pane.getByRole('tab').nth(1).click();
  await shoot(1400);
  await choosePhoto(scene, 'Change photo');
  await shoot(1800);
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText(/^Saved\./).waitFor();
  await shoot(2600);
  return frames;
}

async function saveFilm(frames: readonly Frame[]): Promise<void> {
  const pictures = await Promise.all(frames.map(({ picture }) => sharp(picture).resize(view).png().toBuffer()));
  await sharp(pictures, { join: { animated: true } })
    .webp({ quality: 80, loop: 0, delay: frames.map(({ delay }) => delay) })
    .toFile(`${folder}/main-job.webp`);
}

/** What an administrator sees: a build without a client id, the approval, and a pane that stayed open. */
async function administratorsPictures(sandbox: Sandbox): Promise<void> {
  await inWindow(sandbox, `?item=${encodeURIComponent(megan.address)}`, (scene) => savePane(scene, 'first-look'));
  await inWindow(
    sandbox,
    '',
    (scene) => saveText(scene, 'The add-in is not fully set up', 'not-set-up'),
    (page) => changePage(page, /"clientId":"[^"]*"/, '"clientId":""'),
  );
  await inWindow(sandbox, `?account=${encodeURIComponent(alex.address)}`, saveApproval);
  await inWindow(sandbox, '', saveNewVersion, (page) =>
    page.route(/\/settings\.\w+\.js$/, (route) => route.fulfill({ status: 404 })),
  );
}

async function saveNewVersion(scene: Scene): Promise<void> {
  await settle(scene);
  await changePage(scene.page, /data-build="[^"]*"/, 'data-build="another"');
  await openSettings(scene.pane);
  await saveText(scene, 'There is a new version of User Photo.', 'new-version');
}

/** From now on the pane's page has another text at the place that matches. */
async function changePage(page: Page, pattern: RegExp, text: string): Promise<void> {
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(pattern, text) });
  });
}

async function saveApproval({ page, pane }: Scene): Promise<void> {
  await openSettings(pane);
  const opening = page.waitForEvent('popup');
  await pane.getByRole('link', { name: 'Approve for the whole organization' }).click();
  const consent = await opening;
  await consent.setViewportSize({ width: 520, height: 300 });
  await consent.getByRole('link', { name: alex.name }).click();
  await consent.getByRole('link', { name: 'Accept' }).click();
  await consent.getByText('You can close this window.').waitFor();
  await savePicture(await consent.screenshot(), 'approved');
}

/** From the list of an organization to saved photos, on the administrators' page. */
async function everybodysPictures(sandbox: Sandbox): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'pictures-'));
  const pictures = join(parent, 'Photos');
  await writePictures({ people: 40, to: pictures, isListed: true });
  const browser = await chromium.launch(launchOptions());
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: wideView, deviceScaleFactor: 2 });
  const places = (await (await context.request.get(`${sandbox.window}sandbox.json`)).json()) as Places;
  const control = new SandboxControl(places.control, (url, init) => context.request.fetch(url, init));
  await control.patch({ organization: 100, consent: { [alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] } });
  const page = await context.newPage();
  const everybody = new PeoplePage(page, places);
  const save = async (name: string): Promise<void> => savePicture(await page.screenshot(), name);
  await everybody.open(alex.name);
  await everybody.expectAllRead();
  await save('everybody');
  await everybody.press('Add photos');
  await chooseFiles(page, everybody.button('Choose a folder'), pictures);
  await page.getByRole('listitem').nth(2).locator('img').waitFor();
  await save('everybody-files');
  await everybody.press('Show the plan');
  const start = everybody.button(/^Save \d+ photos$/);
  await start.waitFor({ timeout: 120_000 });
  await save('everybody-plan');
  await start.click();
  await page.getByRole('heading', { name: /saved and checked/ }).waitFor({ timeout: 120_000 });
  await save('everybody-saved');
  await browser.close();
  rmSync(parent, { recursive: true });
}

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox();
  const consent = { [adele.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'] };
  try {
    await inWindow(sandbox, '', async (scene) => {
      const { page } = scene;
      const { control } = (await (await page.request.get(`${sandbox.window}sandbox.json`)).json()) as {
        control: string;
      };
      await page.request.patch(`${control}/state`, { data: { consent } });
      await saveFilm(await film(scene));
    });
    const open = encodeURIComponent(megan.address);
    await inWindow(sandbox, '?item=organization', (scene) => savePane(scene, 'people-light'));
    await inWindow(sandbox, '?item=organization&theme=dark', (scene) => savePane(scene, 'people-dark'));
    await inWindow(sandbox, `?item=${open}&language=de-DE`, (scene) => savePane(scene, 'german'));
    await inWindow(sandbox, '', async (scene) => {
      await scene.pane.getByRole('tab').nth(1).click();
      await choosePhoto(scene, 'Change photo');
      await savePane(scene, 'editor');
    });
    await administratorsPictures(sandbox);
    await everybodysPictures(sandbox);
  } finally {
    sandbox.close();
  }
}

await run();
