import type { FrameLocator, Page } from '@playwright/test';
import type { Outlook } from './support/outlook';
import type { SandboxControl } from './support/sandboxControl';
import { people } from './support/people';
import sharp from 'sharp';
import { isUpright, jpegOf } from './support/pictures';
import { expect, test } from './support/story';

async function lookUp(outlook: Outlook, page: Page, pane: FrameLocator, text: string, query = ''): Promise<void> {
  await outlook.open(query);
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await pane.getByLabel('Address').fill(text);
  await page.keyboard.press('Enter');
}

test('any address, typed or pasted with its name, shows that person and the details', async ({
  outlook,
  editing,
  page,
  pane,
}) => {
  await lookUp(outlook, page, pane, 'Lynne Robbins <lynne@contoso.com>');
  await outlook.expectFace(people.lynne);
  await editing.button('Details of lynne@contoso.com').click();
  await editing.says('504 × 504 pixels');
  await editing.button('Back').click();
  expect(await pane.getByLabel('Address').inputValue()).toBe('Lynne Robbins <lynne@contoso.com>');
});

for (const [text, words] of [
  [people.nora.address, 'No mailbox, so there is no photo.'],
  [people.olivia.address, 'Not in your organization'],
  ['nonsense', 'Type or paste a full address'],
] as const) {
  test(`${text}: ${words}`, async ({ outlook, editing, page, pane }) => {
    await lookUp(outlook, page, pane, text);
    await editing.says(words);
  });
}

test('an administrator sets somebody else’s photo, after one permission', async ({
  outlook,
  editing,
  control,
  page,
  pane,
}) => {
  await lookUp(outlook, page, pane, people.diego.address, '?account=alex%40contoso.com');
  await outlook.expectFace(people.diego);
  await editing.button('Change').click();
  await expect(page.getByText('User.ReadWrite.All')).toBeVisible();
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Accept' }).click();
  await (await picking).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(900, 900) });
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says(/^Saved\./);
  const held = await control.original(people.diego.address);
  expect(await isUpright(held)).toBe(true);
  expect((await sharp(held).metadata()).width).toBe(648);
});

test('without the right to it the reason is said before any work is done', async ({
  outlook,
  editing,
  control,
  page,
  pane,
}) => {
  await lookUp(outlook, page, pane, people.diego.address);
  await outlook.expectFace(people.diego);
  await editing.button('Change').click();
  await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await editing.says('Only administrators can give it for other people’s photos.');
  expect((await control.log()).filter(({ method }) => method === 'PUT')).toEqual([]);
});

/** The administrator has given the permission before. */
async function administered(control: SandboxControl): Promise<void> {
  await control.patch({
    consent: { [people.alex.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] },
  });
}

test('a mailbox on the company’s own server: the refusal says where to go, and keeps the crop', async ({
  outlook,
  editing,
  control,
  page,
  pane,
}) => {
  await administered(control);
  await lookUp(outlook, page, pane, people.otto.address, '?account=alex%40contoso.com');
  await editing.says('kept on your company’s own server');
  await editing.choose(await jpegOf(900, 900));
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says('This mailbox is on your company’s own server, where its photo has to be changed.');
  await expect(editing.button('Save')).toBeVisible();
});

test('somebody without a mailbox: a photo too heavy for the directory is made lighter by itself', async ({
  outlook,
  editing,
  control,
  page,
  pane,
}) => {
  await administered(control);
  await lookUp(outlook, page, pane, people.nora.address, '?account=alex%40contoso.com');
  await editing.says('No mailbox, so there is no photo.');
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const heavy = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  await editing.choose(heavy);
  await editing.previewed();
  await editing.button('Save').click();
  await editing.says(/^Saved\..*The service now has 360 × 360 pixels/);
  const puts = (await control.log()).filter(({ method }) => method === 'PUT');
  expect(puts.map(({ status }) => status)).toEqual([404, 200]);
  expect((await control.original(people.nora.address)).length).toBeLessThanOrEqual(100_000);
});
