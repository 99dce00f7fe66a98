import type { FrameLocator, Locator } from '@playwright/test';
import { expect, test } from './support/editing';
import { people } from './support/people';
import { jpegOf } from './support/pictures';
import type { SandboxControl } from './support/sandboxControl';

const { adele, alex, bo, cleo, gil, gus, info, ivy, megan, olivia, orion, sales, tom, una } = people;

/** Ivy's account, whose login name is none of her addresses. */
const asIvy = 'account=ivy.bell%40contoso.com';
const asGuest = 'account=gus%40visitor.example';

/** Batches of the pane: all that it reads in Graph. */
async function requests(control: SandboxControl): Promise<number> {
  return (await control.log()).filter(({ method }) => method === 'POST').length;
}

/** Batches with a part that is neither about the signed-in person nor about the organization. */
async function requestsForOthers(control: SandboxControl): Promise<number> {
  let isForOthers = false;
  let batches = 0;
  for (const { method, path } of await control.log()) {
    // The parts of a batch stand before it.
    if (method === 'PART') isForOthers ||= path.includes('/users');
    if (method !== 'POST') continue;
    if (isForOthers) batches += 1;
    isForOthers = false;
  }
  return batches;
}

function badge(pane: FrameLocator, text: string): Locator {
  return pane.getByText(text, { exact: true });
}

/** The section or row of a person. */
function placeOf(pane: FrameLocator, name: string): Locator {
  const named = pane.locator('[data-name]').and(pane.getByText(name, { exact: true }));
  return named.locator('xpath=ancestor::*[self::section or self::button][1]');
}

test('a colleague whose login name is no address has a face, and is not outside; after the photo has gone stale it takes one request, and none before', async ({
  outlook,
  page,
  control,
  pane,
}) => {
  await outlook.open('?item=megan%40contoso.com');
  await outlook.expectFace(megan);
  await control.reset();
  await outlook.select(bo.address);
  await outlook.expectFace(bo);
  expect(await requests(control)).toBeLessThanOrEqual(3);
  await expect(badge(pane, 'outside your organization')).toHaveCount(0);
  await control.reset();
  await outlook.open('?item=bo.berg%40contoso.com');
  await outlook.expectFace(bo);
  expect(await requests(control)).toBe(0);
  await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await outlook.open('?item=bo.berg%40contoso.com');
  await outlook.expectFace(bo);
  // Her own photo has gone stale too, and may be read in the same request or in another.
  await expect.poll(() => requestsForOthers(control)).toBe(1);
});

/** The address is of no person, which is neither a fault nor says that it is outside. */
async function expectNobody(pane: FrameLocator): Promise<void> {
  await expect(pane.getByText('No person in your organization has this address')).toBeVisible();
  await expect(badge(pane, 'outside your organization')).toHaveCount(0);
  await expect(pane.getByRole('button', { name: 'Try again' })).toHaveCount(0);
}

test('what is behind an address: a colleague without a photo, a group, two people, a guest, a person outside', async ({
  outlook,
  control,
  pane,
}) => {
  await control.patch({ faults: [{ path: 'users/sales', effect: { kind: 'status', status: 422 } }] });
  await outlook.open('?item=cleo.card%40contoso.com');
  await test.step('a colleague without a photo is a colleague', async () => {
    await expect(placeOf(pane, cleo.name).getByText('No photo was set.')).toBeVisible();
    await expect(badge(pane, 'outside your organization')).toHaveCount(0);
  });
  await test.step('a group that is answered with 404 is neither outside nor a fault', async () => {
    await outlook.select(orion.address);
    await expectNobody(pane);
  });
  await test.step('of two people with one address the one whose primary address it is has the face', async () => {
    await outlook.select(tom.address);
    await outlook.expectFace(tom);
    await outlook.select(una.address);
    await expect(pane.getByText('Several people in your organization have this address')).toBeVisible();
    await expect(placeOf(pane, una.name).locator('img')).toHaveCount(0);
  });
  await test.step('a group that is answered with 422 is neither outside nor a fault', async () => {
    await outlook.select(sales.address);
    await expectNobody(pane);
    expect((await control.log()).some(({ status }) => status === 422)).toBe(true);
  });
  await test.step('a guest is a guest, and a person outside is outside', async () => {
    await outlook.select('organization');
    await expect(placeOf(pane, gil.name).getByText('guest', { exact: true })).toBeVisible();
    await expect(placeOf(pane, olivia.name).getByText('outside your organization')).toBeVisible();
    await outlook.expectFace(gil);
  });
});

for (const [proxyAddresses, refused] of [
  ['hidden', 'refused400'],
  ['allowed', 'refused403'],
]) {
  test(`an old address leads to the person where aliases are ${proxyAddresses}, and mail addresses do where they are ${refused}`, async ({
    outlook,
    control,
    pane,
  }) => {
    await control.patch({ proxyAddresses });
    await outlook.open('?item=from-alias');
    await outlook.expectFace({ name: 'Ivy Miller', address: ivy.address });
    await control.patch({ proxyAddresses: refused });
    await outlook.select(bo.address);
    await outlook.expectFace(bo);
    // It may be an alias, which was not searched for.
    await outlook.select('helpdesk@contoso.com');
    await expect(pane.getByText('It cannot be found out who has this address')).toBeVisible();
    await expect(badge(pane, 'outside your organization')).toHaveCount(0);
  });
}

test('where the directory must not be searched, the pane says so, and Read again asks it again', async ({
  outlook,
  control,
  pane,
}) => {
  const unknown = pane.getByText('It cannot be found out who has this address');
  await control.patch({ directorySearch: 'refused' });
  await outlook.open('?item=bo.berg%40contoso.com');
  await expect(unknown).toBeVisible();
  await expect(badge(pane, 'outside your organization')).toHaveCount(0);
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
  await outlook.select(bo.address);
  await expect(unknown).toBeVisible();
  await control.patch({ directorySearch: 'allowed' });
  await pane.getByRole('button', { name: `Details of ${bo.name}` }).click();
  await pane.getByRole('button', { name: 'Read again' }).click();
  await expect(pane.getByText('× 648 pixels').or(pane.getByText('Sharp up to')).first()).toBeVisible();
});

test('a message that I sent, also from an alias, is mine, and its recipients come first', async ({ outlook, pane }) => {
  const names = pane.locator('[data-name]');
  await outlook.open('?item=sent-from-alias');
  await outlook.expectFace(adele);
  await expect(placeOf(pane, adele.name).getByText('you', { exact: true })).toBeVisible();
  await expect(pane.getByRole('heading', { level: 2, name: megan.name })).toBeVisible();
  await test.step('to several, the recipients come first', async () => {
    await outlook.select('sent-to-several');
    await expect(names).toHaveText([megan.name, bo.name, olivia.name, adele.name]);
    await outlook.expectFace(bo);
  });
  await test.step('the only recipient is large', async () => {
    await outlook.select('sent');
    await expect(names).toHaveText([megan.name, adele.name]);
    await outlook.expectFace(megan);
    await expect(pane.getByRole('heading', { level: 2, name: megan.name })).toBeVisible();
    await expect(pane.getByRole('region', { name: 'From' }).getByText('you', { exact: true })).toBeVisible();
    await outlook.expectFace(adele);
  });
});

test('with a login name that is no address, I am still myself', async ({ outlook, pane, editing }) => {
  await outlook.open(`?${asIvy}&item=sent`);
  await outlook.expectFace(megan);
  await outlook.expectFace(ivy);
  await expect(badge(pane, 'you')).toBeVisible();
  await pane.getByRole('tab', { name: 'My photo' }).click();
  await outlook.expectFace(ivy);
  await expect(pane.getByText('This mailbox')).toHaveCount(0);
  await editing.expectText(ivy.address);
});

test('a guest who is signed in sees the colleagues, and is told about the others', async ({ outlook, pane }) => {
  await outlook.open(`?${asGuest}&item=megan%40contoso.com`);
  await outlook.expectFace(megan);
  await outlook.select(bo.address);
  await expect(pane.getByText('It cannot be found out who has this address')).toBeVisible();
  await pane.getByRole('tab', { name: 'My photo' }).click();
  await expect(pane.getByRole('heading', { level: 2, name: gus.name })).toBeVisible();
  await expect(pane.getByText('This mailbox')).toHaveCount(0);
});

test('in a shared mailbox, its messages are not from me, My photo is mine, and Save leaves the mailbox alone; those who may not change its photo are refused', async ({
  outlook,
  control,
  pane,
  editing,
}) => {
  await editing.consentToWrite();
  const [ours, before] = [await control.original(info.address), await control.original(adele.address)];
  await outlook.open('?mailbox=shared&item=sent');
  await outlook.expectFace(info);
  await expect(placeOf(pane, info.name).getByText('shared mailbox')).toBeVisible();
  await expect(badge(pane, 'you')).toHaveCount(0);
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
  await test.step('My photo is mine, and Save leaves the mailbox alone', async () => {
    await pane.getByRole('tab', { name: 'My photo' }).click();
    await outlook.expectFace(adele);
    await outlook.expectFace(info);
    const mine = pane.getByRole('region', { name: adele.name });
    await expect(mine.getByText(adele.address)).toBeVisible();
    await expect(pane.getByRole('region', { name: info.name }).getByText('This mailbox')).toBeVisible();
    await editing.choosePicture(await jpegOf(900, 900), () => editing.button('Change photo').first().click());
    await editing.expectPreview();
    await editing.button('Save').click();
    await editing.expectText(/^Saved\./);
    expect((await editing.writes()).map(({ path }) => path)).toEqual(['/v1.0/me/photo/$value']);
    expect((await control.original(adele.address)).equals(before)).toBe(false);
    expect((await control.original(info.address)).equals(ours)).toBe(true);
  });
  await test.step('the photo of a shared mailbox is not changed by those who may not', async () => {
    await control.patch({ consent: { [adele.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
    await editing.choosePicture(await jpegOf(900, 900), () => editing.button('Change photo').last().click());
    await editing.expectPreview();
    await editing.button('Save').click();
    await editing.expectText('Your organization does not let you change this photo');
    expect((await editing.writes()).slice(1).filter(({ status }) => status < 400)).toEqual([]);
  });
});

test('the photo of a shared mailbox is set under its own address, by those who may', async ({
  outlook,
  control,
  pane,
  editing,
}) => {
  await control.patch({ consent: { [alex.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
  await outlook.open('?account=alex%40contoso.com&mailbox=shared&item=megan%40contoso.com');
  await pane.getByRole('tab', { name: 'My photo' }).click();
  await outlook.expectFace(info);
  const before = await control.original(alex.address);
  await editing.choosePicture(await jpegOf(900, 900), () => editing.button('Change photo').last().click());
  await editing.expectPreview();
  await editing.button('Save').click();
  await editing.expectText(/^Saved\./);
  expect((await editing.writes()).map(({ path }) => path)).toEqual(['/v1.0/users/info%40contoso.com/photo/$value']);
  expect((await control.original(alex.address)).equals(before)).toBe(true);
});

for (const [item, rows, most] of [
  ['everybody', 100, 6],
  // 12 where the answers come within a second (many-recipients.contract.ts); else they are searched for in up to five parts.
  ['all-staff', 100, 16],
  // The sender is one of them.
  ['all-staff-differ', 99, 16],
] as const) {
  test(`a message to a hundred (${item}) takes at most ${most} requests, and none the next time`, async ({
    outlook,
    control,
    pane,
  }) => {
    // Her login name is her address: one such person says nothing about the others of the domain.
    await outlook.open('?crowd=on&item=megan%40contoso.com');
    await outlook.expectFace(megan);
    await control.reset();
    await outlook.select(item);
    await expect(pane.locator('[data-person] img')).toHaveCount(rows);
    const first = await requests(control);
    expect(first).toBeLessThanOrEqual(most);
    await outlook.select(megan.address);
    await outlook.expectFace(megan);
    await control.reset();
    await outlook.select(item);
    await expect(pane.locator('[data-person] img')).toHaveCount(rows);
    expect(await requests(control)).toBe(0);
  });
}
