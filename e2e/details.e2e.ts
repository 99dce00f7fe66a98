import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import type { Outlook } from './support/outlook';
import { people, type SandboxPerson } from './support/people';
import { expect, test } from './support/story';

// Details: the photo in plain words and what can be done with it first, the technical facts folded below.

const { diego, frank, isaiah, joni, megan } = people;

async function openDetails(outlook: Outlook, { name, address }: SandboxPerson, query = ''): Promise<void> {
  await outlook.open(`?item=${encodeURIComponent(address)}${query}`);
  await outlook.pane.getByRole('button', { name: new RegExp(`^Details (of|zu) ${name}$`) }).click();
}

function technical(pane: FrameLocator): Locator {
  return pane.getByRole('button', { name: /^(Technical details|Technische Details)$/ });
}

test('details have face, sharpness, age and actions at first, and the technical facts behind a button', async ({
  outlook,
  page,
  pane,
}) => {
  await openDetails(outlook, megan);
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

test('technical details that were opened stay open for the next person, and are closed in a new pane', async ({
  outlook,
  pane,
}) => {
  await openDetails(outlook, megan);
  await technical(pane).click();
  await expect(pane.getByText('image/jpeg')).toBeVisible();
  await outlook.select(diego.address);
  await pane.getByRole('button', { name: `Details of ${diego.name}` }).click();
  await expect(pane.getByText('240 × 240 pixels')).toBeVisible();
  await openDetails(outlook, megan);
  await expect(technical(pane)).toHaveAttribute('aria-expanded', 'false');
});

test('a photo that Outlook would blur has a warning, which a screen reader reads', async ({ outlook, pane }) => {
  await openDetails(outlook, joni);
  const warning = pane.getByRole('status').filter({ hasText: 'Sharp up to 64 px' });
  await expect(warning).toContainText('so it looks blurred there');
  await expect(warning).toContainText('at least 96 × 96 pixels');
});

test('without a photo only the reason, its age, Read again and the diagnosis are there', async ({ outlook, pane }) => {
  await openDetails(outlook, isaiah);
  await expect(
    pane.getByRole('status').filter({ hasText: 'No photo was set.' }).filter({ visible: true }),
  ).toBeVisible();
  await expect(pane.getByText(/^Last read/)).toBeVisible();
  for (const name of ['Read again', 'Copy diagnosis']) await expect(pane.getByRole('button', { name })).toBeVisible();
  for (const name of ['Save the picture', 'Copy the picture']) {
    await expect(pane.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(technical(pane)).toHaveCount(0);
});

for (const [query, forcedColors] of [
  ['&width=250&theme=dark', 'none'],
  ['&width=250&language=de-DE', 'none'],
  ['&width=320&theme=dark', 'active'],
  ['&width=500', 'none'],
] as const) {
  test(`details are accessible, and nothing is cut off: ${query}, forced colors: ${forcedColors}`, async ({
    outlook,
    page,
    pane,
  }) => {
    await page.emulateMedia({ forcedColors });
    await openDetails(outlook, joni, query);
    await expect(technical(pane)).toBeVisible();
    await expectAccessible(page, 'closed');
    await expectNothingCutOff(pane, 'closed');
    await technical(pane).click();
    await expect(pane.getByText('image/jpeg')).toBeVisible();
    await expectAccessible(page, 'open');
    await expectNothingCutOff(pane, 'open');
    await outlook.select(frank.address);
    await pane.getByRole('button', { name: new RegExp(`${frank.name}$`) }).click();
    await expect(
      pane.getByText(/does not allow this photo|erlaubt nicht, dieses Foto/).filter({ visible: true }),
    ).toBeVisible();
    await expectAccessible(page, 'not allowed');
    await expectNothingCutOff(pane, 'not allowed');
  });
}
