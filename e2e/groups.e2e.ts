import { expect, test, type Editing } from './support/editing';
import type { Outlook } from './support/outlook';
import { people, type SandboxPerson } from './support/people';
import { jpegOf } from './support/pictures';

const { adele, alex, everest, info, ivy, nova, olivia, orion } = people;

const toLook = ['User.Read', 'User.ReadBasic.All', 'Group.Read.All'];

async function lookUpGroup(outlook: Outlook): Promise<void> {
  await outlook.pane.getByRole('tab', { name: 'Look up' }).click();
  await outlook.pane.getByRole('textbox').or(outlook.pane.getByRole('combobox')).fill(orion.address);
  await outlook.page.keyboard.press('Enter');
  await outlook.expectFace(orion);
}

/** Opens the window as another person, and looks the group up. */
async function openGroupAs(outlook: Outlook, { address }: SandboxPerson): Promise<void> {
  await outlook.open(`?groups=on&item=megan%40contoso.com&account=${encodeURIComponent(address)}`);
  await lookUpGroup(outlook);
}

async function changePhoto(editing: Editing): Promise<void> {
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
}

test('a group has its photo where the config block lets the add-in read groups, and an owner sets it', async ({
  outlook,
  control,
  page,
  pane,
  editing,
}) => {
  await control.patch({ consent: { [adele.address]: toLook } });
  await outlook.open('?groups=on&item=orion%40contoso.com');
  await outlook.expectFace(orion);
  await expect(pane.getByText('group', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await test.step('an owner sets the photo of a group', async () => {
    await control.patch({ consent: { [adele.address]: [...toLook, 'Group.ReadWrite.All'] } });
    await lookUpGroup(outlook);
    await changePhoto(editing);
    await editing.expectText(/^Saved\./);
    expect((await editing.writes()).map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/v1\.0\/groups\/[^/]+\/photo\/\$value$/),
    ]);
    await outlook.expectPicture(orion.name, () => control.original(orion.address));
  });
});

test('an outage of groups takes no face of a colleague, one of the domains makes no group an outsider', async ({
  outlook,
  control,
  pane,
}) => {
  await control.patch({
    consent: { [adele.address]: toLook },
    faults: [{ path: '/(groups|organization)', effect: { kind: 'status', status: 503 } }],
  });
  await outlook.open('?groups=on&item=none');
  await outlook.select(ivy.address);
  await outlook.expectFace(ivy);
  await outlook.select(nova.address);
  await expect(pane.getByText('The photo service has a problem.')).toBeVisible();
  await expect(pane.getByText('outside your organization')).toHaveCount(0);
  await test.step('a group among the recipients has its photo too, when it is over', async () => {
    await control.patch({ faults: [] });
    await outlook.select('organization');
    await outlook.expectFace(orion);
    const row = pane.getByRole('button', { name: orion.name });
    await expect(row.getByText('group', { exact: true })).toBeVisible();
    await row.click();
    await expect(pane.getByText('Sharp up to')).toBeVisible();
  });
});

test('without the config block, groups are not asked for, and none is outside', async ({ outlook, control, pane }) => {
  await control.patch({ consent: { [adele.address]: toLook } });
  await outlook.open('?item=orion%40contoso.com&width=250');
  await expect(pane.getByText('No person in your organization has this address')).toBeVisible();
  await expect(pane.getByText('outside your organization')).toHaveCount(0);
  await test.step('a group in a domain of the organization that no user has is not outside', async () => {
    await outlook.select(nova.address);
    await expect(pane.getByText(nova.address)).toBeVisible();
    await expect(pane.getByText('No person in your organization has this address')).toBeVisible();
    await expect(pane.getByText('outside your organization')).toHaveCount(0);
    await outlook.select(olivia.address);
    await expect(pane.getByText('outside your organization')).toBeVisible();
    await outlook.select(nova.address);
    await expect(pane.getByText('outside your organization')).toHaveCount(0);
  });
  expect((await control.log()).filter(({ path }) => path.startsWith('/v1.0/groups'))).toEqual([]);
  await test.step('rooms and shared mailboxes have faces, and a badge where the directory gives their sign-in', async () => {
    const badge = pane.getByText('shared mailbox, room or closed account', { exact: true });
    await outlook.select(everest.address);
    await outlook.expectFace(everest);
    await expect(badge).toHaveCount(0);
    await expect(pane.getByText('outside your organization')).toHaveCount(0);
    await control.patch({ consent: { [adele.address]: ['User.Read', 'User.ReadBasic.All', 'User.Read.All'] } });
    // Another token.
    await outlook.open('?item=room.everest%40contoso.com&width=250');
    await pane.getByRole('button', { name: `Details of ${everest.name}` }).click();
    await pane.getByRole('button', { name: 'Read again' }).click();
    await pane.getByRole('button', { name: 'Back' }).click();
    await expect(badge).toBeVisible();
  });
});

test('the shared mailbox that is open is one under its other address too', async ({ outlook, pane }) => {
  await outlook.open('?mailbox=shared&item=helpdesk%40contoso.com');
  await outlook.expectFace({ name: info.name, address: info.address });
  const sender = pane.getByRole('region', { name: info.name });
  await expect(sender.getByText('shared mailbox', { exact: true })).toBeVisible();
});

test('where the approval is missing, a group is no person, and colleagues have faces', async ({ outlook, pane }) => {
  await outlook.open('?groups=on&item=orion%40contoso.com');
  await expect(pane.getByText('No person in your organization has this address')).toBeVisible();
  await outlook.select(ivy.address);
  await outlook.expectFace(ivy);
  await expect(pane.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
});

test('others are refused, in words, and their work is kept', async ({ outlook, control, editing }) => {
  await control.patch({ consent: { [ivy.address]: [...toLook, 'Group.ReadWrite.All'] } });
  const before = await control.original(orion.address);
  await openGroupAs(outlook, ivy);
  await changePhoto(editing);
  await editing.expectText('Only owners of this group and administrators can change its photo.');
  await expect(editing.button('Save')).toBeVisible();
  expect((await control.original(orion.address)).equals(before)).toBe(true);
});

test('the permission to change groups is asked for before any work is done', async ({
  outlook,
  control,
  page,
  editing,
}) => {
  await control.patch({ consent: { [alex.address]: toLook } });
  await openGroupAs(outlook, alex);
  await editing.button('Change photo').click();
  await expect(page.getByText('Group.ReadWrite.All', { exact: true })).toBeVisible();
  await editing.choosePicture(await jpegOf(900, 900), () => page.getByRole('button', { name: 'Accept' }).click());
  await editing.expectPreview();
});
