import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import type { SandboxControl } from './support/sandboxControl';
import { expect, test } from './support/story';

const { adele, alex, diego, isaiah, joni, lynne, megan, olivia, pat, sales } = people;

/** The last of the hundred recipients of the message "everybody". */
const lastColleague = { name: 'Colleague 100', address: 'colleague100@contoso.com' };

function row(pane: FrameLocator, { name }: { readonly name: string }): Locator {
  return pane.getByRole('listitem').filter({ hasText: name });
}

/** The names under a heading, in order. */
function namesUnder(pane: FrameLocator, heading: string): Locator {
  return pane.getByRole('region', { name: heading, exact: true }).getByRole('listitem').locator('[data-name]');
}

function detailsHeading(pane: FrameLocator): Locator {
  return pane.getByRole('heading', { name: 'Details' });
}

/** The heading of a sender's card that has a picture. */
function cardWithPhoto(pane: FrameLocator, { name }: { readonly name: string }): Locator {
  return pane.getByRole('heading', { name }).and(pane.locator('section:has(img) h2'));
}

/** Responses arrive in any order, so the last row's photo may not be the last. */
async function expectPhotoInEveryRow(pane: FrameLocator): Promise<void> {
  await expect(pane.locator('[data-person] img')).toHaveCount(100);
}

async function addRecipient(page: Page, address: string): Promise<void> {
  await page.getByLabel('Add a recipient').fill(address);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Methods of the requests since the last reset, preflights included, parts of batches not. */
async function requestMethods(control: SandboxControl): Promise<readonly string[]> {
  return (await control.log()).filter(({ method }) => method !== 'PART').map(({ method }) => method);
}

test('a new person costs one request, a known one none, and there is one preflight', async ({
  outlook,
  pane,
  control,
}) => {
  await outlook.open();
  await expect(cardWithPhoto(pane, megan)).toBeVisible();
  // The recipient of her message.
  await expect(row(pane, adele).locator('img')).toBeVisible();
  expect((await requestMethods(control)).filter((method) => method === 'OPTIONS')).toEqual(['OPTIONS']);
  for (const [item, person] of [
    [diego.address, diego],
    ['from-lynne', lynne],
    [pat.address, pat],
  ] as const) {
    await control.reset();
    await outlook.select(item);
    await expect(cardWithPhoto(pane, person)).toBeVisible();
    expect(await requestMethods(control)).toEqual(['POST']);
  }
  await control.reset();
  await outlook.select(megan.address);
  await expect(cardWithPhoto(pane, megan)).toBeVisible();
  expect(await requestMethods(control)).toEqual([]);
  await test.step('a message or an appointment lists its people once, and each row has an accessible name and opens the details', async () => {
    await outlook.select('group');
    await outlook.expectFace(megan);
    // Megan is shown above, as the sender. The message names Diego twice.
    await expect(namesUnder(pane, 'To')).toHaveText([adele.name, diego.name, sales.name, olivia.name]);
    await expect(namesUnder(pane, 'Cc')).toHaveText([joni.name, isaiah.name]);
    await outlook.expectFace(diego);
    await outlook.expectFace(joni);
    await expect(row(pane, adele).getByText('you', { exact: true })).toBeVisible();
    await expect(row(pane, sales).getByText('distribution list', { exact: true })).toBeVisible();
    await expect(row(pane, olivia).getByText('outside your organization', { exact: true })).toBeVisible();
    await expect(pane.getByRole('button', { name: `${diego.name} ${diego.address}`, exact: true })).toBeVisible();
    await expect(pane.getByRole('img')).toHaveCount(0);
    await row(pane, diego).getByRole('button').click();
    await expect(detailsHeading(pane)).toBeVisible();
    await expect(pane.getByText('Sharp up to 240 px')).toBeVisible();
    await pane.getByRole('button', { name: 'Back' }).click();
    await expect(row(pane, diego).getByRole('button')).toBeFocused();
    await outlook.select('appointment');
    await outlook.expectFace(megan);
    await expect(namesUnder(pane, 'Required')).toHaveText([adele.name, lynne.name]);
    await expect(namesUnder(pane, 'Optional')).toHaveText([diego.name]);
  });
});

test('the list of a draft follows as recipients are added, and open details of one stay open', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.open('?item=draft');
  await expect(namesUnder(pane, 'To')).toHaveText([diego.name]);
  await expect(namesUnder(pane, 'Bcc')).toHaveText([joni.name]);
  await addRecipient(page, lynne.address);
  await outlook.expectFace(lynne);
  await expect(namesUnder(pane, 'To')).toHaveText([diego.name, lynne.name]);
  await row(pane, diego).getByRole('button').click();
  await expect(pane.getByText('Sharp up to 240 px')).toBeVisible();
  await addRecipient(page, megan.address);
  // The hidden list is updated.
  await expect(pane.locator(`[data-person="${megan.address}"]`)).toBeAttached();
  await expect(detailsHeading(pane)).toBeVisible();
  await pane.getByRole('button', { name: 'Back' }).click();
  await expect(namesUnder(pane, 'To')).toHaveText([diego.name, lynne.name, megan.name]);
});

test('a hundred recipients take at most six requests, and the sender’s photo is read first', async ({
  outlook,
  pane,
  control,
}) => {
  await outlook.open(`?item=${diego.address}`);
  await outlook.expectFace(diego);
  await control.reset();
  await outlook.select('everybody');
  await expectPhotoInEveryRow(pane);
  // Read before `expectFace`, which adds its own requests.
  const log = await control.log();
  const requests = log.filter(({ method }) => method !== 'PART');
  expect(new Set(requests.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['POST /v1.0/$batch']));
  expect(requests.length).toBeLessThanOrEqual(6);
  expect(Math.max(...requests.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
  // Four batches are in flight at once and end in any order: the sender's is among them.
  const first = log.slice(0, log.indexOf(requests[3] as (typeof log)[number]));
  expect(first.map(({ path }) => path)).toContain(`/v1.0/users/${encodeURIComponent(alex.address)}/photo`);
  await outlook.expectFace(alex);
  await outlook.expectFace(lastColleague);
  await test.step('the heading of a part stays in sight while its people scroll, and the next message starts at its sender', async () => {
    const middle = pane.locator('[data-person="colleague050@contoso.com"]');
    await expect(middle).toBeAttached();
    await middle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await expect(pane.getByRole('heading', { name: 'To · 100' })).toBeInViewport();
    await expect(pane.getByRole('heading', { name: alex.name })).not.toBeInViewport();
    await row(pane, lastColleague).scrollIntoViewIfNeeded();
    const scrolled = (): Promise<number> => pane.locator('html').evaluate(() => window.scrollY);
    expect(await scrolled()).toBeGreaterThan(1000);
    await outlook.select(diego.address);
    await expect(cardWithPhoto(pane, diego)).toBeVisible();
    expect(await scrolled()).toBe(0);
  });
});

/** Holds Outlook's answer to the pane's request for one message until `release`. */
async function holdMessage(pane: FrameLocator, item: string): Promise<{ release: () => Promise<void> }> {
  const body = pane.locator('body');
  await body.evaluate((_body, held) => {
    type Load = (id: string, callback: unknown) => void;
    const mailbox = Office.context.mailbox as unknown as { loadItemByIdAsync: Load };
    const load = mailbox.loadItemByIdAsync.bind(mailbox);
    mailbox.loadItemByIdAsync = (id, callback) => {
      const go = (): void => load(id, callback);
      if (id === held) Object.assign(window, { go });
      else go();
    };
  }, item);
  return { release: () => body.evaluate(() => (window as unknown as { go: () => void }).go()) };
}

test('several selected messages are counted and list each sender once, with photos and details', async ({
  outlook,
  pane,
}) => {
  await outlook.open('?permission=ReadWriteMailbox');
  await outlook.toggle(diego.address);
  await expect(pane.getByText('2 messages are selected')).toBeVisible();
  await outlook.expectFace(diego);
  // Another message from Megan.
  await outlook.toggle('group');
  await expect(pane.getByText('3 messages are selected')).toBeVisible();
  await outlook.toggle(olivia.address);
  await expect(row(pane, olivia).getByText('outside your organization', { exact: true })).toBeVisible();
  await expect(namesUnder(pane, 'From')).toHaveText([megan.name, diego.name, olivia.name]);
  await outlook.expectFace(megan);
  await row(pane, diego).getByRole('button').click();
  await expect(pane.getByText('Sharp up to 240 px')).toBeVisible();
  await pane.getByRole('button', { name: 'Back' }).click();
  for (const item of ['group', olivia.address, megan.address]) await outlook.toggle(item);
  await expect(pane.getByRole('heading', { level: 2, name: diego.name })).toBeVisible();
  await outlook.expectFace(diego);
  await outlook.toggle(diego.address);
  await expect(pane.getByText('No message is selected')).toBeVisible();
  await test.step('details of one sender stay open while the others are read, and a changing selection ends with the right ones', async () => {
    await outlook.select(megan.address);
    await outlook.expectFace(megan);
    const { release } = await holdMessage(pane, 'from-lynne');
    await outlook.toggle('from-lynne');
    await row(pane, megan).getByRole('button').click();
    await expect(pane.getByText('Sharp up to 648 px')).toBeVisible();
    await release();
    await expect(pane.locator(`[data-person="${lynne.address}"]`)).toBeAttached();
    await expect(detailsHeading(pane)).toBeVisible();
    await pane.getByRole('button', { name: 'Back' }).click();
    await outlook.expectFace(lynne);
    await outlook.select(megan.address);
    await expect(pane.getByRole('heading', { level: 2, name: megan.name })).toBeVisible();
    for (const { address } of [diego, joni, pat, megan, diego]) await outlook.toggle(address);
    await outlook.expectFace(joni);
    await outlook.expectFace(pat);
    await expect(namesUnder(pane, 'From')).toHaveText([joni.name, pat.name]);
  });
});

/** Holds the pane's registration for ItemChanged until `release`; the pane gets no event for changes before. */
async function holdRegistration({ page }: Outlook): Promise<{ release: () => Promise<void> }> {
  await page.addInitScript(() => {
    const hold = (event: MessageEvent): void => {
      if (!/"olkItemSelectedChanged".*"_actionType":1/.test(String(event.data))) return;
      event.stopImmediatePropagation();
      const { data, origin, source } = event as MessageEvent<unknown>;
      const release = (): void => {
        window.removeEventListener('message', hold);
        window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
      };
      Object.assign(window, { release });
    };
    window.addEventListener('message', hold);
  });
  return { release: () => page.evaluate(() => (window as unknown as { release: () => void }).release()) };
}

test('messages selected before Outlook takes the registration are found', async ({ outlook, pane }) => {
  const { release } = await holdRegistration(outlook);
  await outlook.open('?permission=ReadWriteMailbox');
  await outlook.expectFace(megan);
  await outlook.toggle(diego.address);
  await release();
  await expect(pane.getByText('2 messages are selected')).toBeVisible();
  await outlook.expectFace(diego);
});

test('a host that gives only the number of selected messages gets that number shown', async ({ outlook, pane }) => {
  await outlook.open('?several=count&permission=ReadWriteMailbox');
  await outlook.toggle(diego.address);
  await expect(pane.getByText('2 messages are selected')).toBeVisible();
  await expect(pane.getByText('Select a single message')).toBeVisible();
  await expect(pane.getByRole('listitem')).toHaveCount(0);
});

test('in the Outlook dialect, no more than four requests are in flight at once', async ({ outlook, pane, control }) => {
  await control.patch({ latency: 50 });
  await outlook.open('?dialect=outlook-v2.0&item=everybody');
  await expectPhotoInEveryRow(pane);
  const requests = (await control.log()).filter(({ method }) => method === 'GET');
  // A hundred pictures, and the sender's picture and metadata.
  expect(requests).toHaveLength(102);
  // Preflights come between them, so the service may never count four.
  expect(Math.max(...requests.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
});
