import sharp from 'sharp';
import { expect, test } from './support/editing';
import type { Outlook } from './support/outlook';
import { people, type SandboxPerson } from './support/people';
import { isUpright, jpegOf } from './support/pictures';
import type { LogEntry, SandboxControl } from './support/sandboxControl';

const { alex, bo, diego, lynne, nora, olivia, otto } = people;

const asAdministrator = `?account=${encodeURIComponent(alex.address)}`;

/** Opens the window and looks up what was typed. */
async function lookUp(outlook: Outlook, text: string, query = ''): Promise<void> {
  await outlook.open(query);
  await outlook.pane.getByRole('tab', { name: 'Look up' }).click();
  await lookUpNext(outlook, text);
}

/** Looks up what was typed, in a window that shows Look up. */
async function lookUpNext({ pane, page }: Outlook, text: string): Promise<void> {
  await pane.getByLabel('Name or address').fill(text);
  await page.keyboard.press('Enter');
}

/** The name of a person is the address, where the service finds the photo by it. */
async function expectFound(outlook: Outlook, { address }: SandboxPerson): Promise<void> {
  await outlook.expectFace({ name: address, address });
}

/** The administrator has given the permission before. */
async function consentToWriteAll(control: SandboxControl): Promise<void> {
  await control.patch({ consent: { [alex.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
}

async function uploads(control: SandboxControl): Promise<readonly LogEntry[]> {
  return (await control.log()).filter(({ method }) => method === 'PUT');
}

test('an address, typed or pasted with its name, shows the person; others, what is known or what to type', async ({
  outlook,
  page,
  control,
  pane,
  editing,
}) => {
  const pasted = `${lynne.name} <${lynne.address}>`;
  await lookUp(outlook, pasted);
  await expectFound(outlook, lynne);
  await editing.button(`Details of ${lynne.address}`).click();
  await editing.expectText('Sharp up to 504 px');
  await editing.button('Back').click();
  await expect(pane.getByLabel('Name or address')).toHaveValue(pasted);
  for (const [typed, text] of [
    [nora.address, 'No mailbox, so there is no photo.'],
    [olivia.address, 'Not in your organization'],
    ['nonsense', 'No one in your organization has this name'],
    ['x', 'Type at least two letters of a name'],
  ] as const) {
    await test.step(typed, async () => {
      await lookUpNext(outlook, typed);
      await editing.expectText(text);
    });
  }
  await test.step('a person whom the directory is asked for has the name that it answers, in every place', async () => {
    await lookUpNext(outlook, bo.address);
    await outlook.expectFace(bo);
    await editing.button(`Details of ${bo.name}`).click();
    await expect(pane.getByRole('region', { name: `Details of ${bo.name}` }).getByText(bo.address)).toBeVisible();
    await editing.button('Back').click();
    await pane.getByLabel('Name or address').fill('');
    await expect(pane.getByRole('region', { name: 'Looked up last' }).locator('[data-name]').first()).toHaveText(
      bo.name,
    );
  });
  await test.step('someone who is no administrator gets the reason before any picture is chosen', async () => {
    await lookUpNext(outlook, diego.address);
    await expectFound(outlook, diego);
    await editing.button('Change photo').click();
    await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await editing.expectText('Only administrators can give it for other people’s photos.');
    expect(await uploads(control)).toEqual([]);
  });
});

test('an administrator sets the photo of another person, after one permission, but not of an unknown address', async ({
  outlook,
  page,
  control,
  editing,
}) => {
  await lookUp(outlook, 'unknown@contoso.com', asAdministrator);
  await editing.expectText('No person in your organization has this address.');
  await expect(editing.button('Details of unknown@contoso.com')).toBeVisible();
  for (const name of ['Change photo', 'Take a photo']) await expect(editing.button(name)).toHaveCount(0);
  await lookUpNext(outlook, lynne.address);
  await expect(editing.button('Change photo')).toBeVisible();
  await lookUpNext(outlook, diego.address);
  await expectFound(outlook, diego);
  await editing.button('Change photo').click();
  await expect(page.getByText('User.ReadWrite.All')).toBeVisible();
  // The file dialog opens once the permission is given.
  await editing.choosePicture(await jpegOf(900, 900), () => page.getByRole('button', { name: 'Accept' }).click());
  await editing.expectPreview();
  await editing.button('Save').click();
  await editing.expectText(/^Saved\./);
  const held = await control.original(diego.address);
  expect(await isUpright(held)).toBe(true);
  expect((await sharp(held).metadata()).width).toBe(648);
});

test('for a mailbox on-premises the place to change its photo is named; without a mailbox it is compressed further', async ({
  outlook,
  control,
  editing,
}) => {
  await consentToWriteAll(control);
  await lookUp(outlook, otto.address, asAdministrator);
  await editing.expectText('kept on your company’s own server');
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await editing.expectText('This mailbox is on your company’s own server, where its photo has to be changed.');
  await expect(editing.button('Save')).toBeVisible();
  await editing.button('Cancel').click();
  await control.reset();
  await consentToWriteAll(control);
  await lookUpNext(outlook, nora.address);
  await editing.expectText('No mailbox, so there is no photo.');
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const heavy = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  await editing.openPicture(heavy);
  await editing.button('Save').click();
  await editing.expectText(/^Saved\..*The service now has 360 × 360 pixels/);
  expect((await uploads(control)).map(({ status }) => status)).toEqual([404, 200]);
  expect((await control.original(nora.address)).length).toBeLessThanOrEqual(100_000);
});
