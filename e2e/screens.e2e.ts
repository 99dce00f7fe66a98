import AxeBuilder from '@axe-core/playwright';
import type { Frame, Locator } from 'playwright-core';
import { story } from './support/story';

const stage = story();
const { open, select, expectFace } = stage;

const says = (text: string): Promise<void> => stage.pane.getByText(text).first().waitFor();
const tab = (index: number): Locator => stage.pane.getByRole('tab').nth(index);
const isFocused = (element: Locator): Promise<boolean> => element.evaluate((one) => one === document.activeElement);

test('details tell what the service says of the photo, and read it again past every copy', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await says('648 × 648 pixels');
  await says('48 × 48, 64 × 64, 96 × 96, 120 × 120, 240 × 240, 360 × 360, 432 × 432, 504 × 504, 648 × 648');
  await says('Sharp up to 648 px.');
  await says('the copy kept while this pane is open');
  await stage.pane.getByRole('button', { name: 'Read again' }).click();
  await says('the service, just now');
});

test('details of somebody without a photo tell why, and when that was read', async () => {
  await open('?item=isaiah%40contoso.com');
  await stage.pane.getByText('No photo was set.').waitFor();
  await stage.pane.getByRole('button', { name: 'Details of Isaiah Langer' }).click();
  await stage.pane.getByRole('button', { name: 'Read again' }).click();
  await says('the service, just now');
  await says('Last read');
});

test('a small photo is said to be drawn blurred', async () => {
  await open('?item=joni%40contoso.com');
  await stage.pane.getByRole('button', { name: 'Details of Joni Sherman' }).click();
  await says('Sharp up to 64 px. Outlook draws it up to');
});

test('the picture is saved as a file named for the person', async () => {
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  const downloading = stage.page.waitForEvent('download');
  await stage.pane.getByRole('button', { name: 'Save the picture' }).click();
  expect((await downloading).suggestedFilename()).toBe('Megan Bowen.jpeg');
});

test('the picture is copied', async () => {
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await stage.pane.getByRole('button', { name: 'Copy the picture' }).click();
  await says('Copied.');
  await stage.page.locator('body').click();
  const kinds = await stage.page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(kinds).toEqual(['image/png']);
});

test('where the host forbids to copy, the pane says what to do instead', async () => {
  await stage.page.addInitScript(() => Object.assign(globalThis, { ClipboardItem: undefined }));
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await stage.pane.getByRole('button', { name: 'Copy the picture' }).click();
  await says('The picture could not be copied here. Save it instead.');
});

/** The diagnosis as it lies on the clipboard, by its labels. */
async function diagnosisOf(item: string, name: string, settled: string): Promise<ReadonlyMap<string, string>> {
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(`?item=${encodeURIComponent(item)}`);
  await stage.pane.getByRole('button', { name: `Details of ${name}` }).click();
  await says(settled);
  await stage.pane.getByRole('button', { name: 'Copy diagnosis' }).click();
  await says('Copied. Paste it into your message to the help desk.');
  await stage.page.locator('body').click();
  const text = await stage.page.evaluate(() => navigator.clipboard.readText());
  return new Map(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
}

test('a diagnosis for the help desk: all there is to know, no token, no photo, no name', async () => {
  const diagnosis = await diagnosisOf('frank@contoso.com', 'Frank Forbidden', 'does not allow this photo');
  expect(Object.fromEntries(diagnosis)).toEqual({
    Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    'Add-in version': '0.1.0',
    Dialect: 'graph',
    Endpoint: expect.stringMatching(/^https:.*\/v1\.0$/) as string,
    'Address asked for': 'frank@contoso.com',
    Result: 'PermissionError',
    Status: '403',
    'Service error code': 'ErrorAccessDenied',
    'Request id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    'Permissions held': expect.stringContaining('User.ReadBasic.All') as string,
    'Sizes on the service': 'failed',
  });
});

test('the diagnosis of a service that was not reached tells no status of before', async () => {
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await says('648 × 648 pixels');
  await stage.control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await stage.pane.getByRole('button', { name: 'Read again' }).click();
  await stage.pane.getByText('The photo service cannot be reached').filter({ visible: true }).waitFor();
  await stage.pane.getByRole('button', { name: 'Copy diagnosis' }).click();
  await says('Copied. Paste it into your message to the help desk.');
  await stage.page.locator('body').click();
  const text = await stage.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Result: UnreachableError');
  expect(text).toContain('Status: not known');
});

test('the diagnosis of a photo that is there names its sizes', async () => {
  const diagnosis = await diagnosisOf('diego@contoso.com', 'Diego Siciliani', '48\u00a0×\u00a048');
  expect([diagnosis.get('Result'), diagnosis.get('Status')]).toEqual(['photo', '200']);
  expect(diagnosis.get('Sizes on the service')).toBe('48x48 64x64 96x96 120x120 240x240');
});

test('where the host forbids to copy, the diagnosis is shown to be copied by hand', async () => {
  await stage.page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await stage.pane.getByRole('button', { name: 'Copy diagnosis' }).click();
  const text = stage.pane.getByLabel('Diagnosis for the help desk');
  expect(await text.inputValue()).toContain('Address asked for: megan@contoso.com');
});

interface Busy {
  readonly busy: { held: boolean; scripts: number; go: () => void };
}

/**
 * A busy machine: frames, and the code of the screens, come when the story says so. What is drawn before its code is
 * there then sees its frame after it.
 */
async function busyMachine(): Promise<{ hold: () => Promise<void>; codeThenFrames: () => Promise<void> }> {
  await stage.page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    const busy = { held: false, scripts: 0, go: () => waiting.splice(0).forEach((frame) => frame()) };
    const [nextFrame, wait] = [window.requestAnimationFrame.bind(window), window.setTimeout.bind(window)];
    const frames = (frame: FrameRequestCallback): number =>
      busy.held ? waiting.push(() => nextFrame(frame)) : nextFrame(frame);
    // What Preact does where no frame comes for so long.
    const late = 35;
    const timeout = (work: () => void, time?: number, ...more: unknown[]): number =>
      busy.held && time === late ? waiting.push(work) : wait(work, time, ...more);
    const count = ({ target }: Event): void => {
      if (target instanceof HTMLScriptElement) busy.scripts++;
    };
    document.addEventListener('load', count, true);
    Object.assign(window, { requestAnimationFrame: frames, setTimeout: timeout, busy });
  });
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  await stage.context.route(/\/\d+\.[0-9a-f]+\.js$/, async (route) => {
    asked++;
    await released;
    await route.continue();
  });
  const frame = (): Frame => stage.page.frames()[1] as Frame;
  let before = 0;
  return {
    async hold() {
      before = await frame().evaluate(() => {
        const { busy } = window as unknown as Busy;
        busy.held = true;
        return busy.scripts;
      });
    },
    async codeThenFrames() {
      release();
      const all = (scripts: number): boolean => (window as unknown as Busy).busy.scripts >= scripts;
      await frame().waitForFunction(all, before + asked, { polling: 20 });
      await frame().evaluate(() => {
        const { busy } = window as unknown as Busy;
        busy.held = false;
        busy.go();
      });
    },
  };
}

test('details opened before their code is there are drawn once it is, on a busy machine too', async () => {
  const { hold, codeThenFrames } = await busyMachine();
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await hold();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await codeThenFrames();
  await stage.pane.getByRole('button', { name: 'Copy the picture' }).waitFor();
});

test('another message is selected while details are open: its sender comes first', async () => {
  await open();
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await says('648 × 648 pixels');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.pane.getByRole('button', { name: 'Details of Diego Siciliani' }).waitFor();
});

test('my photo is shown to me, whatever is selected', async () => {
  await open('?item=none');
  await tab(1).click();
  await expectFace('adele@contoso.com', 'Adele Vance');
  await says('you');
  await select('diego@contoso.com');
  await expectFace('adele@contoso.com', 'Adele Vance');
});

test('about tells account, endpoint, permissions and version, and leads an administrator to the consent page', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await tab(3).click();
  for (const text of ['adele@contoso.com', 'Microsoft Graph', '/v1.0', 'User.ReadBasic.All', '0.1.0']) await says(text);
  const href = await stage.pane.getByRole('link', { name: 'Approve for the whole organization' }).getAttribute('href');
  expect(new URL(href ?? '').searchParams.get('scope')).toBe(
    'User.Read User.ReadBasic.All openid profile offline_access',
  );
});

test('Outlook in German makes the pane German', async () => {
  await open('?language=de-DE&item=isaiah%40contoso.com');
  await says('Es wurde kein Foto hinterlegt.');
  expect(await stage.pane.locator('html').getAttribute('lang')).toBe('de');
});

test('the dark theme darkens the pane, at the start and when it changes', async () => {
  const background = () =>
    stage.pane
      .locator('.fui-FluentProvider')
      .first()
      .evaluate((root) => getComputedStyle(root).backgroundColor);
  await open('?theme=dark');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await background()).toBe('rgb(41, 41, 41)');
  await stage.page.getByRole('button', { name: 'Sandbox' }).click();
  await stage.page.getByLabel('theme').selectOption('light');
  await stage.pane.locator('.fui-FluentProvider').first().waitFor();
  await stage.page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
  await expect(background()).resolves.toBe('rgb(255, 255, 255)');
});

test('everything is reached by keyboard: the tabs by arrows, details by Enter, and back again', async () => {
  const { keyboard } = stage.page;
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await tab(0).focus();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await says('648 × 648 pixels');
  expect(await isFocused(stage.pane.getByRole('button', { name: 'Back' }))).toBe(true);
  await keyboard.press('Enter');
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).waitFor();
  await tab(0).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await keyboard.press(key);
  await says('Permissions held');
});

/** What axe finds in the pane. Fluent's own focus guards are hidden from people, and from this. */
async function findings(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: stage.page })
    .include(['iframe'])
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Wider than the pane: something would have to be scrolled sideways. */
const sideways = (): Promise<number> =>
  stage.pane.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

test.each(['', '?theme=dark', '?language=de-DE', '?width=250', '?width=500&item=on-behalf'])(
  'axe finds nothing on any screen, and nothing is cut off %s',
  async (query) => {
    await open(query);
    await stage.pane.locator('img').first().waitFor();
    const found = [await findings(), await sideways()];
    for (const index of [1, 2, 3]) {
      await tab(index).click();
      found.push(await findings(), await sideways());
    }
    await tab(0).click();
    await stage.pane.getByRole('button').last().click();
    await stage.pane.getByRole('definition').first().waitFor();
    found.push(await findings(), await sideways());
    expect(found).toEqual([[], 0, [], 0, [], 0, [], 0, [], 0]);
  },
);

test.each([
  'item=none',
  'item=draft',
  'item=appointment',
  'item=group',
  'item=everybody',
  'item=meeting',
  'item=isaiah%40contoso.com',
  'item=frank%40contoso.com',
  'item=maximiliane.alexandra.von.hohenstein-wittgenstein%40contoso.com',
  'bridge=none',
  'bridge=wrongaccount',
])('axe finds nothing in the state %s, narrow and dark, and nothing is cut off', async (state) => {
  await open(`?${state}&width=250&theme=dark`);
  await stage.pane.getByRole('heading', { level: 2 }).waitFor();
  await stage.pane.getByText('Looking for the photo').waitFor({ state: 'detached' });
  expect(await findings()).toEqual([]);
  expect(await sideways()).toBe(0);
});

test('axe finds nothing among the senders of several messages, and nothing is cut off', async () => {
  await open('?width=250&theme=dark');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.page.locator('[data-item="diego@contoso.com"]').click({ modifiers: ['Control'] });
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  expect(await findings()).toEqual([]);
  expect(await sideways()).toBe(0);
});

test('forced colours and reduced motion: axe finds nothing, and the chosen tab can be told', async () => {
  await stage.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await findings()).toEqual([]);
  const line = await tab(0).evaluate((one) => getComputedStyle(one, '::after').backgroundColor);
  expect(line).not.toBe(await tab(1).evaluate((one) => getComputedStyle(one, '::after').backgroundColor));
});

test.each([
  ['clientId', ''],
  ['authority', 'http://sign-in.example'],
  ['service', 'exchange'],
  ['serviceUrl', 'graph'],
  ['upload', 'POST'],
])('a config block with a wrong %s names the key', async (key, value) => {
  await stage.page.route('**/taskpane.html*', async (route) => {
    const answer = await route.fetch();
    const change = (_all: string, start: string, block: string): string =>
      start + JSON.stringify({ ...(JSON.parse(block) as object), [key]: value });
    const body = (await answer.text()).replace(/(id="config">)([^<]*)/, change);
    await route.fulfill({ response: answer, body });
  });
  await open();
  await says('The add-in is not fully set up');
  await says(`“${key}”`);
});

test('without Office.js the pane says what may block it', async () => {
  await stage.page.route('**/office.js', (route) => route.abort());
  await open();
  await says('Outlook’s script did not load');
});

test('in a plain browser tab the page says where it belongs', async () => {
  await stage.page.goto(stage.control.places.pane);
  await stage.page.getByText('Open this page in Outlook').waitFor();
});
