import type { FrameLocator } from '@playwright/test';
import type { SandboxControl } from './support/sandboxControl';
import { people } from './support/people';
import { expect, test } from './support/story';

const retry = (pane: FrameLocator) => pane.getByRole('button', { name: 'Try again' });
const expectText = (pane: FrameLocator, text: string): Promise<void> =>
  expect(pane.getByText(text).filter({ visible: true })).toBeVisible();

/** The batches that the pane has sent, in the Graph dialect. */
const batches = async (control: SandboxControl) => (await control.log()).filter(({ method }) => method === 'POST');

for (const [name, effect, words] of [
  ['an outage', { kind: 'status', status: 500 }, 'The photo service has a problem'],
  ['dropped connections', { kind: 'drop' }, 'The photo service cannot be reached'],
  ['answers cut off halfway', { kind: 'truncate' }, 'The photo service cannot be reached'],
  ['a network’s own sign-in page', { kind: 'status', status: 200, body: '<html>' }, 'The answer was not a photo'],
] as const) {
  test(`${name}: the pane explains it, and shows the face when it is over`, async ({ outlook, control, pane }) => {
    await control.patch({ faults: [{ effect }] });
    await outlook.open();
    await expectText(pane, words);
    await control.patch({ faults: [] });
    await retry(pane).click();
    await outlook.expectFace(people.megan);
  });
}

test('without a large face the list shows the error, and one click brings all photos', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await outlook.open('?permission=ReadWriteMailbox');
  await page.locator('[data-item="diego@contoso.com"]').click({ modifiers: ['Control'] });
  await expectText(pane, '2 messages are selected');
  await expectText(pane, 'The photo service has a problem');
  await control.patch({ faults: [] });
  await retry(pane).click();
  await outlook.expectFace(people.megan);
  await outlook.expectFace(people.diego);
});

for (const [seconds, kind] of [
  ['0.4', 'decimal seconds'],
  ['1', 'whole seconds'],
] as const) {
  test(`throttled for ${seconds} s (${kind}): no request comes back too early, and the face appears without a click`, async ({
    outlook,
    control,
  }) => {
    const effect = { kind: 'status', status: 429, headers: { 'retry-after': seconds } };
    await control.patch({ faults: [{ path: 'batch', effect, times: 1 }] });
    await outlook.open();
    await outlook.expectFace(people.megan);
    const asked = await batches(control);
    // Hers, and mine which I received it with; and both again.
    expect(asked.map(({ status }) => status)).toEqual([429, 200]);
    expect(asked.filter(({ early }) => early)).toEqual([]);
  });
}

test('a throttled part of a batch is requested again after the pause', async ({ outlook, control }) => {
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': '0.4' } };
  await control.patch({ faults: [{ path: 'value$', effect, times: 1 }] });
  await outlook.open();
  await outlook.expectFace(people.megan);
  // Hers and mine, and the part of it once more.
  await expect.poll(async () => (await batches(control)).length).toBe(2);
  const asked = await batches(control);
  expect(asked.filter(({ early }) => early)).toEqual([]);
});

test('a pause of a day is reported at once with its end, and a click asks before it', async ({
  outlook,
  control,
  pane,
  reports,
}) => {
  reports.allow(/before the end of a pause/);
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': '86400' } };
  await control.patch({ faults: [{ effect }] });
  await outlook.open();
  await expectText(pane, 'The photo service asks for a pause until');
  await control.patch({ faults: [] });
  await retry(pane).click();
  await outlook.expectFace(people.megan);
});

test('while a slow response is in flight, the name and the loading text are shown', async ({
  outlook,
  control,
  pane,
}) => {
  await control.patch({ faults: [{ effect: { kind: 'slow', milliseconds: 1_000 }, times: 1 }] });
  await outlook.open();
  await expectText(pane, 'Looking for the photo');
  await expectText(pane, people.megan.address);
  await outlook.expectFace(people.megan);
});

test('offline is reported, and online again the photo appears without a click', async ({ outlook, context, pane }) => {
  await outlook.open();
  await outlook.expectFace(people.megan);
  await context.setOffline(true);
  await outlook.select(people.diego.address);
  await expectText(pane, 'The photo service cannot be reached. You may be offline.');
  await context.setOffline(false);
  await outlook.expectFace(people.diego);
});

test('offline before the first photo is reported, and online again it appears without a click', async ({
  outlook,
  context,
  page,
  pane,
}) => {
  // The pane has a token: offline without one is another message.
  const signedIn = page.waitForResponse('**/nested-token');
  await outlook.open('?item=none&permission=ReadWriteMailbox');
  await expectText(pane, 'No message is selected');
  await (await signedIn).finished();
  await context.setOffline(true);
  await outlook.select(people.diego.address);
  // The words of the error were not loaded yet.
  await expectText(pane, 'The photo could not be read. Check your connection');
  await context.setOffline(false);
  await outlook.expectFace(people.diego);
});

test('sign-in that cannot be reached is reported, and the next try brings the photo', async ({
  outlook,
  page,
  pane,
}) => {
  const signIn = '**/nested-token';
  await page.route(signIn, (route) => route.abort());
  await outlook.open();
  await expectText(pane, 'The sign-in service cannot be reached');
  await page.unroute(signIn);
  await retry(pane).click();
  await outlook.expectFace(people.megan);
});

test('one token serves all photos until it expires', async ({ outlook, page }) => {
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('nested-token'))));
  await outlook.open();
  await outlook.expectFace(people.megan);
  await outlook.select(people.diego.address);
  await outlook.expectFace(people.diego);
  expect(asked).toBe(1);
});

test('during an outage the last photo stays, with its date', async ({ outlook, control, pane }) => {
  await outlook.open();
  await outlook.expectFace(people.megan);
  await control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await pane.getByRole('button', { name: 'Read again' }).click();
  await expectText(pane, 'This is the photo from');
  await control.patch({ faults: [] });
  await outlook.expectFace(people.megan);
});

test('a refusal offers the consent page only while there is something to approve', async ({
  outlook,
  control,
  pane,
}) => {
  const link = pane.getByRole('link', { name: 'Approve for the whole organization' });
  await outlook.open('?item=frank%40contoso.com');
  await expectText(pane, 'does not allow this photo');
  await expect(link).toBeHidden();
  // Metadata and picture, each asked for once.
  const asked = (await control.log()).filter(({ path }) => path.includes('frank'));
  expect(asked).toHaveLength(2);
  await control.patch({
    consent: { [people.adele.address]: ['User.Read'] },
    faults: [{ effect: { kind: 'status', status: 403 } }],
  });
  await outlook.open('?item=mine');
  await expectText(pane, 'does not allow this photo');
  await expect(link).toHaveAttribute('href', /\/organizations\/v2\.0\/adminconsent\?client_id=/);
});

test('a name with markup is shown as text', async ({ outlook, pane }) => {
  await outlook.open('?item=xss%40contoso.com');
  await expectText(pane, '<img src=x onerror=alert(1)>');
});
