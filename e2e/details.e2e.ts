import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { linesOf } from './support/diagnosis';
import { inEachLook } from './support/looks';
import type { Outlook } from './support/outlook';
import { people, type SandboxPerson } from './support/people';
import { expect, test } from './support/story';

// Details: the photo in plain words and what can be done with it first, the technical facts folded below.

const { diego, frank, isaiah, joni, megan } = people;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function expectText(pane: FrameLocator, text: string): Promise<void> {
  await expect(pane.getByText(text).first()).toBeVisible();
}

function button(pane: FrameLocator, name: string): Locator {
  return pane.getByRole('button', { name });
}

async function openDetails(outlook: Outlook, { name, address }: SandboxPerson): Promise<void> {
  await outlook.open(`?item=${encodeURIComponent(address)}`);
  await button(outlook.pane, `Details of ${name}`).click();
}

function technical(pane: FrameLocator): Locator {
  return pane.getByRole('button', { name: /^(Technical details|Technische Details)$/ });
}

test('details have face, sharpness, age and actions at first, and the technical facts behind a button', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await button(pane, `Details of ${megan.name}`).click();
  const details = pane.getByRole('region', { name: `Details of ${megan.name}` });
  await expect(details).toMatchAriaSnapshot(`
    - button "Back"
    - heading "Details" [level=2]
    - text: Megan Bowen megan@contoso.com
    - button "Save the picture"
    - button "Copy the picture"
    - button "Read again"
    - status
    - status: Sharp up to 648 px
    - text: /Last read .+ Shown from the copy kept while this pane is open/
    - button "Technical details" [expanded=false]
    - button "Copy diagnosis"
  `);
  await outlook.expectFace(megan);
  await expect(pane.getByRole('button', { name: 'Back' })).toBeFocused();
  const actions = ['Save the picture', 'Copy the picture', 'Read again'].map((name) =>
    pane.getByRole('button', { name }),
  );
  const tops = await Promise.all(actions.map((one) => one.evaluate((element) => element.getBoundingClientRect().top)));
  expect(new Set(tops).size, 'the actions are one row').toBe(1);
  await expect(pane.getByText('image/jpeg')).toHaveCount(0);
  await technical(pane).focus();
  await page.keyboard.press('Enter');
  await expect(technical(pane)).toHaveAttribute('aria-expanded', 'true');
  await expect(technical(pane)).toBeFocused();
  const facts = pane.locator(`[id="${await technical(pane).getAttribute('aria-controls')}"]`);
  for (const text of ['image/jpeg', '648 × 648 pixels', '648x648', 'bytes', '48\u00a0×\u00a048']) {
    await expect(facts).toContainText(text);
  }
  await page.keyboard.press('Enter');
  await expect(technical(pane)).toHaveAttribute('aria-expanded', 'false');
  await expect(pane.getByText('image/jpeg')).toHaveCount(0);
});

/** The clipboard can be read only in a document that has the focus. */
async function focusWindow(page: Page): Promise<void> {
  await page.locator('body').click();
}

test('a photo is read again past every cache, saved as a file and copied; another message closes its details', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await button(pane, `Details of ${megan.name}`).click();
  await technical(pane).click();
  await expectText(pane, '648 × 648 pixels');
  await expectText(pane, '48 × 48, 64 × 64, 96 × 96, 120 × 120, 240 × 240, 360 × 360, 432 × 432, 504 × 504, 648 × 648');
  await expectText(pane, 'the copy kept while this pane is open');
  await button(pane, 'Read again').click();
  await expectText(pane, 'the service, just now');
  const download = page.waitForEvent('download');
  await button(pane, 'Save the picture').click();
  expect((await download).suggestedFilename()).toBe(`${megan.name}.jpeg`);
  await button(pane, 'Copy the picture').click();
  await expectText(pane, 'Copied.');
  await focusWindow(page);
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(kinds).toEqual(['image/png']);
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
  await test.step('technical details that were opened stay open for the next person, and are closed in a new pane', async () => {
    await button(pane, `Details of ${diego.name}`).click();
    await expect(pane.getByText('240 × 240 pixels')).toBeVisible();
    await openDetails(outlook, megan);
    await expect(technical(pane)).toHaveAttribute('aria-expanded', 'false');
  });
});

test('without a photo only the reason, its age, Read again and the diagnosis are there; a blurred one has a warning', async ({
  outlook,
  pane,
}) => {
  await openDetails(outlook, isaiah);
  await expect(
    pane.getByRole('status').filter({ hasText: 'No photo was set.' }).filter({ visible: true }),
  ).toBeVisible();
  await expect(pane.getByText(/^Last read/)).toBeVisible();
  for (const name of ['Read again', 'Copy diagnosis']) await expect(button(pane, name)).toBeVisible();
  for (const name of ['Save the picture', 'Copy the picture']) await expect(button(pane, name)).toHaveCount(0);
  await expect(technical(pane)).toHaveCount(0);
  await button(pane, 'Read again').click();
  await expectText(pane, 'the service, just now');
  await test.step('a photo that Outlook would blur has a warning, which a screen reader reads', async () => {
    await outlook.select(joni.address);
    await button(pane, `Details of ${joni.name}`).click();
    const warning = pane.getByRole('status').filter({ hasText: 'Sharp up to 64 px' });
    await expect(warning).toContainText('so it looks blurred there');
    await expect(warning).toContainText('at least 96 × 96 pixels');
    await expectText(pane, 'Outlook draws it up to');
  });
});

/** Copies the diagnosis in the open details and returns the clipboard's text. */
async function copyDiagnosis({ pane, page }: Outlook): Promise<string> {
  await button(pane, 'Copy diagnosis').click();
  await expectText(pane, 'Copied. Paste it into your message to the help desk.');
  await focusWindow(page);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a diagnosis has the facts for the help desk, and no token, photo or name: refused, read, not reached', async ({
  outlook,
  control,
  pane,
}) => {
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
  await test.step('an existing photo has its sizes', async () => {
    await outlook.select(diego.address);
    await button(pane, `Details of ${diego.name}`).click();
    await technical(pane).click();
    await expectText(pane, '48\u00a0×\u00a048');
    expect(linesOf(await copyDiagnosis(outlook))).toMatchObject({
      Result: 'photo',
      Status: '200',
      'Sizes on the service': '48x48 64x64 96x96 120x120 240x240',
    });
  });
  await test.step('an unreachable service has no status of an earlier response', async () => {
    await control.patch({ faults: [{ effect: { kind: 'drop' } }] });
    await button(pane, 'Read again').click();
    await expect(pane.getByText('The photo service cannot be reached').filter({ visible: true })).toBeVisible();
    const diagnosis = await copyDiagnosis(outlook);
    expect(diagnosis).toContain('Result: UnreachableError');
    expect(diagnosis).toContain('Status: not known');
  });
});

test('a host that forbids copying: the picture can be saved, diagnosis and address are there to copy by hand', async ({
  outlook,
  pane,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await outlook.paneFrame().evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.assign(globalThis, { ClipboardItem: undefined });
  });
  await button(pane, `Copy ${megan.address}`).click();
  await expectText(pane, 'Press Ctrl+C to copy it.');
  expect(await outlook.paneFrame().evaluate(() => getSelection()?.toString())).toBe(megan.address);
  await button(pane, `Details of ${megan.name}`).click();
  await button(pane, 'Copy the picture').click();
  await expectText(pane, 'The picture could not be copied here. Save it instead.');
  await button(pane, 'Copy diagnosis').click();
  const text = pane.getByLabel('Diagnosis for the help desk');
  await expect(text).toHaveValue(/Address asked for: megan@contoso\.com/);
});

test('details are accessible, and nothing is cut off, in every look', async ({ outlook, page, pane }) => {
  await openDetails(outlook, joni);
  await expect(technical(pane)).toBeVisible();
  await inEachLook(outlook, async (name) => {
    const check = async (screen: string): Promise<void> => {
      await expectAccessible(page, name(screen));
      await expectNothingCutOff(pane, name(screen));
    };
    await check('closed');
    await technical(pane).click();
    await expect(pane.getByText('image/jpeg')).toBeVisible();
    await check('open');
    await technical(pane).click();
    await outlook.select(frank.address);
    await button(pane, frank.name).first().click();
    await expect(
      pane.getByText(/does not allow this photo|erlaubt nicht, dieses Foto/).filter({ visible: true }),
    ).toBeVisible();
    await check('not allowed');
    await outlook.select(joni.address);
    await button(pane, joni.name).first().click();
    await expect(technical(pane)).toBeVisible();
  });
});
