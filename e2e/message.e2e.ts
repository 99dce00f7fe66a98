import { readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium } from './support/chromium';
import { controlOf, startSandbox, type Sandbox } from './support/sandbox';

let browser: Browser;
let sandbox: Sandbox;
let context: BrowserContext;
let page: Page;
let pane: FrameLocator;
let control: Awaited<ReturnType<typeof controlOf>>;
let complaints: string[];

beforeAll(async () => {
  [browser, sandbox] = await Promise.all([launchChromium(), startSandbox()]);
});
afterAll(async () => {
  await browser.close();
  sandbox.close();
});
beforeEach(async () => {
  context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (entry) => {
    if (/Content Security Policy|Trusted/i.test(entry.text())) complaints.push(entry.text());
  });
  control = await controlOf(context, sandbox);
  await control.reset();
  pane = page.frameLocator('iframe[title="User Photo"]');
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const open = (query = ''): Promise<unknown> => page.goto(`${sandbox.window}${query}`);
const select = (item: string): Promise<void> => page.locator(`[data-item="${item}"]`).click();

/** The mean colour of the background of a face: each person of the sandbox has one of their own. */
async function cornerOf(picture: Buffer): Promise<readonly number[]> {
  const { data } = await sharp(picture).resize(120, 120).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (10 * 120 + 60) * 3;
  return [...data.subarray(at, at + 3)];
}

/** What is drawn is the photo that the service holds for this address, by its pixels. */
async function expectFace(address: string, name: string): Promise<void> {
  const image = pane.getByRole('img', { name, exact: true }).first();
  await image.and(pane.locator('img')).waitFor();
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  const [drawn, held] = [await cornerOf(await image.screenshot()), await cornerOf(await control.photo(address))];
  held.forEach((channel, index) => expect(Math.abs(channel - (drawn[index] ?? 0))).toBeLessThan(12));
}

test('selecting a message shows its sender, and following the selection shows the next one', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('switching ten times quickly ends with the right face, never with another', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const items = [
    'diego@contoso.com',
    'pat+news@contoso.com',
    'megan@contoso.com',
    "miriam.o'brien@contoso.com",
    'from-lynne',
  ];
  for (const item of [...items, ...items]) await select(item);
  await expectFace('lynne@contoso.com', 'Lynne Robbins');
  expect(await pane.locator('img').count()).toBe(1);
});

test('the selection is followed also where ItemChanged never comes', async () => {
  await open('?itemChanged=missing');
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test.each([
  ['isaiah@contoso.com', 'No photo was set.'],
  ['olivia@elsewhere.example', 'Not in your organisation'],
  ['nora@contoso.com', 'No mailbox'],
  ['otto@contoso.com', 'your company’s own server'],
  ['frank@contoso.com', 'does not allow'],
])('%s: the reason is said in words: %s', async (item, words) => {
  await open(`?item=${encodeURIComponent(item)}`);
  await pane.getByText(words).waitFor();
  expect(await pane.locator('img').count()).toBe(0);
});

test('sent on behalf: owner and delegate are both shown, labelled', async () => {
  await open('?item=on-behalf');
  await expectFace('lynne@contoso.com', 'Lynne Robbins');
  await pane.getByRole('button', { name: /Sent by.*Megan Bowen/ }).waitFor();
  await pane.getByText('on behalf of').waitFor();
});

test.each([
  ['none', 'No message is selected'],
  ['draft', 'Draft'],
  ['appointment', 'Organiser'],
  ['meeting', 'Meeting request'],
])('%s has a calm state of its own', async (item, words) => {
  await open(`?item=${item}`);
  await pane.getByText(words, { exact: true }).waitFor();
});

test('several selected messages are counted', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await page.locator('[data-item="diego@contoso.com"]').click({ modifiers: ['Control'] });
  await pane.getByText('2 messages are selected').waitFor();
});

test.each(['graph-beta', 'outlook-v2.0', 'outlook-beta'])('%s shows the same face', async (dialect) => {
  await open(`?dialect=${dialect}`);
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test.each(['initialize', 'late'])('a bridge that comes %s signs in silently', async (bridge) => {
  await open(`?bridge=${bridge}`);
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test.each(['none', 'refusing'])('with the bridge %s the pane offers a sign-in and stays usable', async (bridge) => {
  await open(`?bridge=${bridge}`);
  await pane.getByRole('button', { name: 'Sign in' }).waitFor();
  await pane.getByRole('tab', { name: 'About' }).click();
  await pane.getByText('nobody yet').waitFor();
});

test('consent is asked for by a click only, and a yes brings the face', async () => {
  await control.patch({ consent: { 'adele@contoso.com': ['User.Read'] } });
  await open();
  await pane.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('User.ReadBasic.All').waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a cancelled prompt is no error: the pane says what to do', async () => {
  await control.patch({ consent: { 'adele@contoso.com': ['User.Read'] } });
  await open();
  await pane.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await pane.getByText('You have not signed in').waitFor();
});

test('a token of another account than the mailbox is refused and explained', async () => {
  await open('?bridge=wrongaccount');
  await pane.getByText('You are signed in as nina@fabrikam.com').waitFor();
  expect(await pane.locator('img').count()).toBe(0);
});

test('a claims challenge is met without a word', async () => {
  await control.patch({ faults: [{ effect: { kind: 'claims' }, times: 2 }] });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('the service down says so, and up again brings the face', async () => {
  await control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await open();
  const retry = pane.getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  await control.patch({ faults: [] });
  await retry.click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('details tell what the service says of the photo', async () => {
  await open();
  await pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await pane.getByText('648 × 648 pixels').waitFor();
  await pane.getByText('48 × 48, 64 × 64').waitFor();
  await pane.getByText('Sharp up to 648 px.').waitFor();
});

test.each(['', '?theme=dark', '?language=de-DE', '?width=250'])('axe finds nothing on any screen %s', async (query) => {
  await open(query);
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const findings: string[] = [];
  const check = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page })
      .include(['iframe'])
      .exclude(['iframe', '[data-tabster-dummy]'])
      .analyze();
    findings.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`));
  };
  await check();
  for (const tab of [1, 2]) {
    await pane.getByRole('tab').nth(tab).click();
    await check();
  }
  await pane.getByRole('tab').nth(0).click();
  await pane.getByRole('button').last().click();
  await pane.getByRole('definition').first().waitFor();
  await check();
  expect(findings).toEqual([]);
});

test('Outlook in German makes the pane German', async () => {
  await open('?language=de-DE&item=isaiah%40contoso.com');
  await pane.getByText('Es wurde kein Foto hinterlegt.').waitFor();
});

test('the dark theme darkens the pane', async () => {
  await open('?theme=dark');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const background = await pane
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((root) => getComputedStyle(root).backgroundColor);
  expect(background).toBe('rgb(41, 41, 41)');
});

test('everything is reached by keyboard: the tabs by arrows, details by Enter, and back again', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await pane.getByRole('tab', { name: 'Message' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await pane.getByText('648 × 648 pixels').waitFor();
  expect(await pane.getByRole('button', { name: 'Back' }).evaluate((button) => button === document.activeElement)).toBe(
    true,
  );
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: 'Details of Megan Bowen' }).waitFor();
  await pane.getByRole('tab', { name: 'Message' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await pane.getByText('Permissions held').waitFor();
});

test('what ships holds no word of the sandbox, and no token, address or photo goes to the console', async () => {
  const heard: string[] = [];
  page.on('console', (entry) => heard.push(entry.text()));
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  expect(heard.filter((text) => /eyJ|@contoso|base64/.test(text))).toEqual([]);
  const shipped = readdirSync('dist').filter((name) => /\.(js|html|css|xml)$/.test(name));
  expect(shipped.length).toBeGreaterThan(4);
  for (const name of shipped)
    expect(readFileSync(`dist/${name}`, 'utf8')).not.toMatch(/sandbox\.json|contoso|nested-token|localhost:300[12]/);
});
