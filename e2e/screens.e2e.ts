import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { linesOf } from './support/diagnosis';
import type { Outlook } from './support/outlook';
import { people, type SandboxPerson } from './support/people';
import { expect, test } from './support/story';

const { adele, diego, frank, isaiah, joni, maximiliane, megan } = people;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function expectText(pane: FrameLocator, text: string): Promise<void> {
  await expect(pane.getByText(text).first()).toBeVisible();
}

function tab(pane: FrameLocator, index: number): Locator {
  return pane.getByRole('tab').nth(index);
}

function button(pane: FrameLocator, name: string): Locator {
  return pane.getByRole('button', { name });
}

/** Opens the window with a person's message, and the details of its sender. */
async function openDetails(outlook: Outlook, { name, address }: SandboxPerson): Promise<void> {
  await outlook.open(`?item=${encodeURIComponent(address)}`);
  await button(outlook.pane, `Details of ${name}`).click();
}

test('details show the properties of the photo, and Read again bypasses every cache', async ({ outlook, pane }) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await button(pane, `Details of ${megan.name}`).click();
  await button(pane, 'Technical details').click();
  await expectText(pane, '648 × 648 pixels');
  await expectText(pane, '48 × 48, 64 × 64, 96 × 96, 120 × 120, 240 × 240, 360 × 360, 432 × 432, 504 × 504, 648 × 648');
  await expectText(pane, 'Sharp up to 648 px');
  await expectText(pane, 'the copy kept while this pane is open');
  await button(pane, 'Read again').click();
  await expectText(pane, 'the service, just now');
});

test('details of a person without a photo give the reason and the time of the reading', async ({ outlook, pane }) => {
  await outlook.open(`?item=${encodeURIComponent(isaiah.address)}`);
  await expect(pane.getByText('No photo was set.')).toBeVisible();
  await button(pane, `Details of ${isaiah.name}`).click();
  await button(pane, 'Read again').click();
  await expectText(pane, 'the service, just now');
  await expectText(pane, 'Last read');
});

test('details of a small photo name the size up to which it is sharp', async ({ outlook, pane }) => {
  await openDetails(outlook, joni);
  await expectText(pane, 'Sharp up to 64 px');
  await expectText(pane, 'Outlook draws it up to');
});

test('the picture is saved as a file named after the person', async ({ outlook, pane, page }) => {
  await openDetails(outlook, megan);
  const download = page.waitForEvent('download');
  await button(pane, 'Save the picture').click();
  expect((await download).suggestedFilename()).toBe(`${megan.name}.jpeg`);
});

test('the picture is copied to the clipboard', async ({ outlook, pane, page }) => {
  await openDetails(outlook, megan);
  await button(pane, 'Copy the picture').click();
  await expectText(pane, 'Copied.');
  await focusWindow(page);
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(kinds).toEqual(['image/png']);
});

test('a host that forbids copying gets advice to save the picture instead', async ({ outlook, pane, page }) => {
  await page.addInitScript(() => Object.assign(globalThis, { ClipboardItem: undefined }));
  await openDetails(outlook, megan);
  await button(pane, 'Copy the picture').click();
  await expectText(pane, 'The picture could not be copied here. Save it instead.');
});

/** The clipboard can be read only in a document that has the focus. */
async function focusWindow(page: Page): Promise<void> {
  await page.locator('body').click();
}

/** Copies the diagnosis in the open details and returns the clipboard's text. */
async function copyDiagnosis({ pane, page }: Outlook): Promise<string> {
  await button(pane, 'Copy diagnosis').click();
  await expectText(pane, 'Copied. Paste it into your message to the help desk.');
  await focusWindow(page);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a diagnosis has the facts for the help desk, and no token, photo or name', async ({ outlook, pane }) => {
  await openDetails(outlook, frank);
  await expectText(pane, 'does not allow this photo');
  expect(linesOf(await copyDiagnosis(outlook))).toEqual({
    Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    'Add-in version': '1.0.0',
    Dialect: 'graph',
    Endpoint: expect.stringMatching(/^https:.*\/v1\.0$/),
    'Address asked for': frank.address,
    Result: 'PermissionError',
    Status: '403',
    'Service error code': 'ErrorAccessDenied',
    'Request id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'Permissions held': expect.stringContaining('User.ReadBasic.All'),
    'Sizes on the service': 'failed',
  });
});

test('the diagnosis of an unreachable service has no status of an earlier response', async ({
  outlook,
  pane,
  control,
}) => {
  await openDetails(outlook, megan);
  await expectText(pane, 'Sharp up to 648 px');
  await control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await button(pane, 'Read again').click();
  await expect(pane.getByText('The photo service cannot be reached').filter({ visible: true })).toBeVisible();
  const diagnosis = await copyDiagnosis(outlook);
  expect(diagnosis).toContain('Result: UnreachableError');
  expect(diagnosis).toContain('Status: not known');
});

test('the diagnosis of an existing photo names its sizes', async ({ outlook, pane }) => {
  await openDetails(outlook, diego);
  await button(pane, 'Technical details').click();
  await expectText(pane, '48\u00a0×\u00a048');
  expect(linesOf(await copyDiagnosis(outlook))).toMatchObject({
    Result: 'photo',
    Status: '200',
    'Sizes on the service': '48x48 64x64 96x96 120x120 240x240',
  });
});

test('a host that forbids copying gets the diagnosis as text to copy by hand', async ({ outlook, pane, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openDetails(outlook, megan);
  await button(pane, 'Copy diagnosis').click();
  const text = pane.getByLabel('Diagnosis for the help desk');
  await expect(text).toHaveValue(/Address asked for: megan@contoso\.com/);
});

interface HeldWindow {
  readonly busy: { held: boolean; readonly loaded: string[]; readonly go: () => void };
}

/** Holds the pane's frames and its lazy-loaded code, as a busy machine does. */
class BusyMachine {
  readonly #page: Page;
  readonly #requested: string[] = [];
  #release: () => void = () => undefined;

  /** Holds the code from the start. */
  static async start({ page, context }: Outlook): Promise<BusyMachine> {
    const machine = new BusyMachine(page);
    const released = new Promise<void>((resolve) => (machine.#release = resolve));
    await page.addInitScript(holdFrames);
    await context.route(/\/(?!taskpane|page-start|msal|editor-worker)[\w-]+\.[0-9a-f]{8}\.js$/, async (route) => {
      machine.#requested.push(route.request().url());
      await released;
      await route.continue();
    });
    return machine;
  }

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Holds the frames from now on. */
  async holdFrames(): Promise<void> {
    await this.#frame().evaluate(() => {
      (window as unknown as HeldWindow).busy.held = true;
    });
  }

  /** Waits until the code of a lazy-loaded part is requested, then releases all code, and the frames after it. */
  async releaseCodeThenFrames(part: string): Promise<void> {
    await expect.poll(() => this.#requested.some((url) => url.includes(`/${part}.`))).toBe(true);
    this.#release();
    await expect.poll(() => this.#missing()).toEqual([]);
    await this.#frame().evaluate(() => {
      const { busy } = window as unknown as HeldWindow;
      busy.held = false;
      busy.go();
    });
  }

  /** Scripts that were requested and have not run. */
  async #missing(): Promise<readonly string[]> {
    const loaded = await this.#frame().evaluate(() => (window as unknown as HeldWindow).busy.loaded);
    return this.#requested.filter((url) => !loaded.includes(url));
  }

  #frame(): Frame {
    return this.#page.frames()[1] as Frame;
  }
}

/** Runs in the page. */
function holdFrames(): void {
  const waiting: (() => void)[] = [];
  const loaded: string[] = [];
  const busy = { held: false, loaded, go: () => waiting.splice(0).forEach((frame) => frame()) };
  const [nextFrame, wait] = [window.requestAnimationFrame.bind(window), window.setTimeout.bind(window)];
  const frames = (frame: FrameRequestCallback): number =>
    busy.held ? waiting.push(() => nextFrame(frame)) : nextFrame(frame);
  // Preact's substitute for a frame that does not come, in milliseconds.
  const late = 35;
  const timeout = (work: () => void, time?: number, ...more: unknown[]): number =>
    busy.held && time === late ? waiting.push(work) : wait(work, time, ...more);
  const record = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement) loaded.push(target.src);
  };
  document.addEventListener('load', record, true);
  Object.assign(window, { requestAnimationFrame: frames, setTimeout: timeout, busy });
}

test('details opened before their code is loaded are drawn afterwards, on a busy machine too', async ({
  outlook,
  pane,
}) => {
  const machine = await BusyMachine.start(outlook);
  await outlook.open();
  await outlook.expectFace(megan);
  await machine.holdFrames();
  await button(pane, `Details of ${megan.name}`).click();
  await machine.releaseCodeThenFrames('details');
  await expect(button(pane, 'Copy the picture')).toBeVisible();
});

test('another message that is selected while details are open shows its sender', async ({ outlook, pane }) => {
  await openDetails(outlook, megan);
  await expectText(pane, 'Sharp up to 648 px');
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
  await expect(button(pane, `Details of ${diego.name}`)).toBeVisible();
});

test('my photo is shown whatever is selected', async ({ outlook, pane }) => {
  await outlook.open('?item=none');
  await tab(pane, 1).click();
  await outlook.expectFace(adele);
  await expectText(pane, 'you');
  await outlook.select(diego.address);
  await outlook.expectFace(adele);
});

test('Outlook in German gets a German pane', async ({ outlook, pane }) => {
  await outlook.open(`?language=de-DE&item=${encodeURIComponent(isaiah.address)}`);
  await expectText(pane, 'Es wurde kein Foto hinterlegt.');
  await expect(pane.locator('html')).toHaveAttribute('lang', 'de');
});

test('the pane follows the dark theme at the start and when it changes', async ({ outlook, pane, page }) => {
  const root = pane.locator('body');
  await outlook.open('?theme=dark');
  await outlook.expectFace(megan);
  await expect(root).toHaveCSS('background-color', 'rgb(41, 41, 41)');
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await page.getByLabel('theme').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('tabs are reached with the arrow keys, and details with Enter', async ({ outlook, pane, page }) => {
  const { keyboard } = page;
  await outlook.open();
  await outlook.expectFace(megan);
  await tab(pane, 0).focus();
  // The menu at the end of the bar is between them.
  for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
  await expectText(pane, 'Sharp up to 648 px');
  await expect(button(pane, 'Back')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button(pane, `Details of ${megan.name}`)).toBeVisible();
  await tab(pane, 0).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await keyboard.press(key);
  await expect(pane.getByRole('combobox', { name: 'Name or address' })).toBeVisible();
});

for (const query of ['?theme=dark&width=250', '?language=de-DE&width=250', '?width=500&item=on-behalf']) {
  test(`axe finds nothing on any screen, and nothing is cut off: ${query}`, async ({ outlook, pane, page }) => {
    const check = async (screen: string): Promise<void> => {
      await expectAccessible(page, screen);
      await expectNothingCutOff(pane, screen);
    };
    await outlook.open(query);
    await expect(pane.locator('img').first()).toBeVisible();
    await check('message');
    for (const [index, screen] of ['my photo', 'look-up'].entries()) {
      await tab(pane, index + 1).click();
      await check(screen);
    }
    await tab(pane, 0).click();
    await pane.getByRole('tabpanel').getByRole('button').last().click();
    await expect(pane.locator('button[aria-expanded]')).toHaveCount(1);
    await check('details');
  });
}

/** axe finds nothing in what the pane shows now, and nothing of it is cut off. */
async function expectSound({ page, pane }: Outlook, screen: string): Promise<void> {
  await expect(pane.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(pane.getByText('Looking for the photo')).toHaveCount(0);
  await expectAccessible(page, screen);
  await expectNothingCutOff(pane, screen);
}

test('axe finds nothing for any kind of item in a narrow, dark pane, and nothing is cut off', async ({
  outlook,
  pane,
}) => {
  await outlook.open('?item=none&width=250&theme=dark');
  await expectSound(outlook, 'no item');
  for (const [item, heading] of [
    ['draft', adele.name],
    ['appointment', megan.name],
    ['meeting', diego.name],
    ['group', megan.name],
    ['everybody', 'Alex Wilber'],
    [isaiah.address, isaiah.name],
    [frank.address, frank.name],
    [maximiliane.address, maximiliane.name],
  ] as const) {
    await test.step(item, async () => {
      await outlook.select(item);
      await expect(pane.getByRole('heading', { level: 2 })).toHaveText(heading);
      await expectSound(outlook, item);
    });
  }
});

for (const state of ['item=draft&drafts=late', 'bridge=none', 'bridge=persistent', 'bridge=wrongaccount']) {
  test(`axe finds nothing in a narrow, dark pane, and nothing is cut off: ${state}`, async ({ outlook }) => {
    await outlook.open(`?${state}&width=250&theme=dark`);
    await expectSound(outlook, state);
  });
}

test('axe finds nothing among the senders of several messages, and nothing is cut off', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.open('?width=250&theme=dark&permission=ReadWriteMailbox');
  await outlook.expectFace(megan);
  await outlook.toggle(diego.address);
  await outlook.expectFace(diego);
  await expectAccessible(page, 'several messages');
  await expectNothingCutOff(pane, 'several messages');
});

test('axe finds nothing in a pane that does not follow the selection, and nothing is cut off', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.open('?pinned=no&width=250&theme=dark&language=de-DE');
  await outlook.expectFace(megan);
  await outlook.select(diego.address);
  await expectText(pane, 'folgt der Auswahl nicht');
  await expectAccessible(page, 'not followed');
  await expectNothingCutOff(pane, 'not followed');
});

test('with forced colors and reduced motion axe finds nothing, and the selected tab differs', async ({
  outlook,
  pane,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await outlook.open();
  await outlook.expectFace(megan);
  await expectAccessible(page, 'message');
  const underline = (index: number): Promise<string> =>
    tab(pane, index).evaluate((element) => getComputedStyle(element, '::after').backgroundColor);
  expect(await underline(0)).not.toBe(await underline(1));
});

test('the error for a wrong value in the config block names the key', async ({ outlook, pane, page }) => {
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    const change = (_all: string, start: string, block: string): string =>
      start + JSON.stringify({ ...(JSON.parse(block) as object), serviceUrl: 'graph' });
    const body = (await response.text()).replace(/(id="config">)([^<]*)/, change);
    await route.fulfill({ response, body });
  });
  await outlook.open();
  await expectText(pane, 'The add-in is not fully set up');
  await expectText(pane, '“serviceUrl”');
});

test('without Office.js the pane names what may block it', async ({ outlook, pane, page }) => {
  await page.route('**/office.js', (route) => route.abort());
  await outlook.open();
  await expectText(pane, 'Outlook’s script did not load');
});

test('in a plain browser tab the page refers to Outlook', async ({ outlook, page }) => {
  await page.goto(outlook.places.pane);
  await expect(page.getByText('Open this page in Outlook')).toBeVisible();
});

test('where a policy blocks a part of Office.js, the pane names the host of that part', async ({
  outlook,
  pane,
  page,
  reports,
}) => {
  reports.allow(/Content Security Policy|MicrosoftAjax|request to https:\/\/ajax\.aspnetcdn\.com/);
  // Office.js then loads this part itself, from a host that the policy does not name.
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<script src="[^"]*MicrosoftAjax.js"><\/script>/, '');
    await route.fulfill({ response, body });
  });
  await outlook.open();
  await expectText(pane, 'A part of Outlook’s script is blocked');
  await expectText(pane, 'ajax.aspnetcdn.com');
});
