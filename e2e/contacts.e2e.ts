import type { FrameLocator, Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { expect, test } from './support/editing';
import { inEachLook, looks } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { jpegOf } from './support/pictures';
import type { SandboxControl } from './support/sandboxControl';
import { openSettings } from './support/settings';

const { adele, alex, bo, dora, isaiah, megan, meganAtHome, olivia, orion, paul, quinn } = people;

const outside = 'Not in your organization';

/** Paths of the requests for contacts. */
async function contactRequests(control: SandboxControl): Promise<readonly string[]> {
  const log = await control.log();
  return log.filter(({ path }) => path.startsWith('/v1.0/me/contact')).map(({ path }) => path);
}

function offer(pane: FrameLocator) {
  return pane.getByRole('button', { name: 'Look in my contacts' });
}

/** Gives the permission at the click that asks for it. */
async function lookInContacts(page: Page, pane: FrameLocator): Promise<void> {
  await offer(pane).click();
  await expect(page.getByText('Contacts.Read', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
}

async function expectContact(outlook: Outlook, control: SandboxControl, name: string, address: string): Promise<void> {
  await outlook.expectPicture(name, () => control.contactOriginal(adele.address, address));
}

/** Opens a message from Olivia and finds her among the contacts. */
async function openContact(outlook: Outlook): Promise<void> {
  await outlook.open('?item=olivia%40elsewhere.example');
  await lookInContacts(outlook.page, outlook.pane);
  await expectContact(outlook, outlook.control, olivia.name, olivia.address);
}

async function lookUp({ pane, page }: Outlook, address: string): Promise<void> {
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await pane.getByRole('tabpanel').getByRole('textbox').or(pane.getByRole('combobox')).fill(address);
  await page.keyboard.press('Enter');
}

test('an outsider who is my contact has a photo after one permission, and from then on; Read again notices that it is gone', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await outlook.open('?item=olivia%40elsewhere.example');
  await expect(pane.getByText(outside)).toBeVisible();
  expect(await contactRequests(control)).toEqual([]);
  await expectAccessible(page, 'an outsider, with the offer');
  await lookInContacts(page, pane);
  await expectContact(outlook, control, olivia.name, olivia.address);
  await expect(pane.getByText('from your contacts')).toBeVisible();
  await expect(offer(pane)).toHaveCount(0);
  await expectAccessible(page, 'a contact');
  // In a folder of its own; without another permission.
  await outlook.select(paul.address);
  await expectContact(outlook, control, paul.name, paul.address);
  await outlook.open('?item=paul%40plumber.example');
  await expectContact(outlook, control, paul.name, paul.address);
  await outlook.select(quinn.address);
  await expect(pane.getByText('No photo was set.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await test.step('a contact whose photo is gone has none after Read again', async () => {
    await outlook.select(paul.address);
    await expectContact(outlook, control, paul.name, paul.address);
    await control.removeContactOriginal(adele.address, paul.address);
    await pane.getByRole('button', { name: `Details of ${paul.name}` }).click();
    await pane.getByRole('button', { name: 'Read again' }).click();
    await expect(pane.getByText('No photo was set.').first()).toBeVisible();
    await expect(outlook.faceOf(paul.name)).toHaveCount(0);
  });
});

test('the offer works by keyboard, and a refusal says what to do', async ({ outlook, control, page, pane }) => {
  await control.patch({ adminOnly: ['Contacts.Read'] });
  await outlook.open('?item=olivia%40elsewhere.example');
  await offer(pane).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pane.getByRole('status').filter({ hasText: 'your contacts were not read' })).toBeVisible();
  await expectAccessible(page, 'a refused permission');
  await offer(pane).press('Enter');
  await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
  expect(await contactRequests(control)).toEqual([]);
});

test('offer, refusal and switch fit a narrow pane', async ({ outlook, page, pane }) => {
  const refused = pane.getByText(/your contacts were not read|Kontakte nicht gelesen/);
  await outlook.open('?item=quinn%40elsewhere.example&bridge=cancels');
  await expect(offer(pane)).toBeVisible();
  await inEachLook(
    outlook,
    async (name, { language }) => {
      await pane.getByRole('tab').first().click();
      await outlook.select(language === 'de' ? paul.address : olivia.address);
      await expect(refused).toHaveCount(0);
      await pane.getByRole('button', { name: /^(Look in my contacts|In meinen Kontakten suchen)$/ }).click();
      await expect(refused).toBeVisible();
      await expectAccessible(page, name('a refused permission'));
      await expectNothingCutOff(pane, name('a refused permission'));
      await openSettings(pane);
      await expect(pane.getByRole('switch')).not.toBeChecked();
      await expectAccessible(page, name('the settings'));
      await expectNothingCutOff(pane, name('the settings'));
    },
    looks.slice(0, 2),
  );
});

test('of two contacts with one address no face is shown; colleagues take no request for contacts, and have their own faces', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await outlook.open('?item=dora%40double.example');
  await lookInContacts(page, pane);
  await expect(pane.getByText('Several of your contacts have this address')).toBeVisible();
  await expect(outlook.faceOf(dora.name)).toHaveCount(0);
  // Nor can a photo be set: it is not known of whom.
  await lookUp(outlook, dora.address);
  await expect(pane.getByText('Several of your contacts have this address')).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Change photo' })).toHaveCount(0);
  await pane.getByRole('tab', { name: 'Message' }).click();
  await test.step('colleagues take no request for contacts', async () => {
    await control.reset();
    await control.patch({ consent: { [adele.address]: ['User.Read', 'User.ReadBasic.All', 'Contacts.Read'] } });
    for (const one of [megan, bo]) {
      await outlook.select(one.address);
      await outlook.expectFace(one);
    }
    await outlook.select(isaiah.address);
    await expect(pane.getByText('No photo was set.')).toBeVisible();
    expect(await contactRequests(control)).toEqual([]);
  });
  // Her other address is among those of a contact: it is still her own photo.
  await outlook.select(meganAtHome.address);
  await expectContact(outlook, control, meganAtHome.name, meganAtHome.address);
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
});

test('among ten thousand contacts the right one is found with one search in each folder; another account has to ask for itself', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  const basic = ['User.Read', 'User.ReadBasic.All'];
  await control.patch({ numberedContacts: 10_000, consent: { [alex.address]: basic } });
  await openContact(outlook);
  const searches = (await contactRequests(control)).filter((path) => /\/contacts(\?|$)/.test(path));
  expect(searches).toHaveLength(2);
  await test.step('another account on this machine has to ask for itself', async () => {
    await outlook.open('?item=olivia%40elsewhere.example&account=alex%40contoso.com');
    await expect(pane.getByText(outside)).toBeVisible();
    await expect(offer(pane)).toBeVisible();
  });
  await test.step('a person who is no contact is said to be none', async () => {
    await lookInContacts(page, pane);
    await expect(pane.getByRole('status').filter({ hasText: 'Not among your contacts.' })).toBeVisible();
    await expect(pane.getByRole('button', { name: `Details of ${olivia.name}` })).toBeFocused();
  });
  await test.step('a group that may not be read is neither outside nor a contact', async () => {
    await outlook.select(orion.address);
    await expect(pane.getByText('No person in your organization has this address')).toBeVisible();
    await expect(pane.getByText('outside your organization')).toHaveCount(0);
    await expect(outlook.faceOf(orion.name)).toHaveCount(0);
  });
  await test.step('where the permission was withdrawn, an outsider is outside and the offer is back', async () => {
    await control.patch({ consent: { [adele.address]: basic } });
    await outlook.open('?item=paul%40plumber.example');
    await expect(pane.getByText(outside)).toBeVisible();
    await expect(offer(pane)).toBeVisible();
    await expect(pane.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
  });
});

test('turned off in the settings, photos from contacts leave the screen and this machine', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await openContact(outlook);
  await openSettings(pane);
  const use = pane.getByRole('switch', { name: 'Use my contacts' });
  await expect(use).toBeChecked();
  await expectAccessible(page, 'the settings, with contacts');
  await use.press('Space');
  await expect(use).not.toBeChecked();
  // Olivia is no longer among them.
  await expect(pane.getByText(/^1 person, \d+ kB\.$/)).toBeVisible();
  await pane.getByRole('tab', { name: 'Message' }).click();
  await expect(pane.getByText(outside)).toBeVisible();
  await expect(outlook.faceOf(olivia.name)).toHaveCount(0);
  await control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await outlook.open('?item=olivia%40elsewhere.example');
  await expect(pane.getByText(olivia.address).first()).toBeVisible();
  await expect(outlook.faceOf(olivia.name)).toHaveCount(0);
  // Turned on again: the permission is there, so no window opens.
  await control.patch({ faults: [] });
  await openSettings(pane);
  await use.press('Space');
  await pane.getByRole('tab', { name: 'Message' }).click();
  await expectContact(outlook, control, olivia.name, olivia.address);
});

test('contacts are of the account: no other one sees them in a mailbox that both may open', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await outlook.open('?mailbox=shared&item=olivia%40elsewhere.example');
  await lookInContacts(page, pane);
  await expectContact(outlook, control, olivia.name, olivia.address);
  await outlook.open('?mailbox=shared&item=olivia%40elsewhere.example&account=alex%40contoso.com');
  await expect(pane.getByText(outside)).toBeVisible();
  await expect(outlook.faceOf(olivia.name)).toHaveCount(0);
  // Turned off in the own mailbox, they leave the shared one too.
  await outlook.open('?item=megan%40contoso.com');
  await outlook.expectFace(megan);
  await openSettings(pane);
  await pane.getByRole('switch', { name: 'Use my contacts' }).press('Space');
  await expect(pane.getByText(/^2 people, /)).toBeVisible();
  await outlook.open('?mailbox=shared&item=olivia%40elsewhere.example');
  await expect(pane.getByText(outside)).toBeVisible();
  await expect(outlook.faceOf(olivia.name)).toHaveCount(0);
});

test('the photo of a contact is set with the same editor, after its own permission', async ({
  outlook,
  control,
  page,
  pane,
  editing,
}) => {
  await outlook.open('?item=megan%40contoso.com');
  await lookUp(outlook, quinn.address);
  await expect(pane.getByText(outside)).toBeVisible();
  await expect(editing.button('Change photo')).toHaveCount(0);
  await lookInContacts(page, pane);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  // The permission is asked for at the save, once.
  await editing.expectText('Outlook needs your permission before it can change this photo.');
  await editing.button('Sign in').click();
  await expect(page.getByText('Contacts.ReadWrite', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await editing.expectText(/^Saved to your contact\./);
  await expect(editing.button('Remove')).toHaveCount(0);
  await outlook.expectPicture(quinn.name, () => control.contactOriginal(adele.address, quinn.address));
  const writes = await editing.writes();
  expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    expect.stringMatching(/^PUT \/v1\.0\/me\/contacts\/[^/]+\/photo\/\$value$/),
  ]);
  // Replaced once more, now without a window; the first one comes back by Undo.
  await editing.openPicture(await jpegOf(700, 700));
  await editing.button('Save').click();
  await expect(editing.button('Undo the change')).toBeVisible();
  await editing.button('Undo the change').click();
  await expect.poll(async () => (await editing.writes()).length).toBe(3);
  await editing.expectText(/^Saved to your contact\./);
});

test('the Outlook dialect offers no contacts', async ({ outlook, pane }) => {
  await outlook.open('?item=olivia%40elsewhere.example&dialect=outlook-v2.0');
  await expect(pane.getByText(outside)).toBeVisible();
  await expect(offer(pane)).toHaveCount(0);
  await openSettings(pane);
  await expect(pane.getByText('Permissions held')).toBeVisible();
  await expect(pane.getByRole('switch')).toHaveCount(0);
});
