import type { FrameLocator } from '@playwright/test';
import type { SandboxControl } from './support/sandboxControl';
import { people } from './support/people';
import { expect, test } from './support/story';

const { diego, joni, lynne, megan, miriam, pat } = people;

const retry = (pane: FrameLocator) => pane.getByRole('button', { name: 'Try again' });
const expectText = (pane: FrameLocator, text: string): Promise<void> =>
  expect(pane.getByText(text).filter({ visible: true })).toBeVisible();

/** The batches that the pane has sent, in the Graph dialect. */
const batches = async (control: SandboxControl) => (await control.log()).filter(({ method }) => method === 'POST');

test('an outage, broken connections or another’s answer: the pane explains it, and shows the face when it is over', async ({
  outlook,
  control,
  pane,
  reports,
}) => {
  // The network's own page allows no other origin to read it.
  reports.allow(/blocked by CORS policy/);
  await outlook.open('?item=none&permission=ReadWriteMailbox');
  for (const [name, effect, words, person, item] of [
    ['an outage', { kind: 'status', status: 500 }, 'The photo service has a problem', megan, megan.address],
    ['dropped connections', { kind: 'drop' }, 'The photo service cannot be reached', diego, diego.address],
    ['cut off halfway', { kind: 'truncate' }, 'The photo service cannot be reached', lynne, 'from-lynne'],
    [
      'a network’s own sign-in page',
      { kind: 'status', status: 200, body: '<html>' },
      'The answer was not a photo',
      pat,
      pat.address,
    ],
  ] as const) {
    await test.step(name, async () => {
      await control.patch({ faults: [{ effect }] });
      await outlook.select(item);
      await expectText(pane, words);
      await control.patch({ faults: [] });
      await retry(pane).click();
      await outlook.expectFace(person);
    });
  }
  await test.step('without a large face the list shows the error, and one click brings all photos', async () => {
    await control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
    await outlook.select(joni.address);
    await outlook.toggle(miriam.address);
    await expectText(pane, '2 messages are selected');
    await expectText(pane, 'The photo service has a problem');
    await control.patch({ faults: [] });
    await retry(pane).click();
    await outlook.expectFace(joni);
    await outlook.expectFace(miriam);
  });
});

test('throttled, as a whole or in part: no request comes back too early, and the face appears without a click', async ({
  outlook,
  control,
}) => {
  const effect = (seconds: string) => ({ kind: 'status', status: 429, headers: { 'retry-after': seconds } });
  await test.step('for decimal seconds', async () => {
    await control.patch({ faults: [{ path: 'batch', effect: effect('0.4'), times: 1 }] });
    await outlook.open();
    await outlook.expectFace(megan);
    // Hers, and mine which I received it with; and both again.
    expect((await batches(control)).map(({ status }) => status)).toEqual([429, 200]);
    expect((await batches(control)).filter(({ early }) => early)).toEqual([]);
  });
  await test.step('for whole seconds', async () => {
    await control.reset();
    await control.patch({ faults: [{ path: 'batch', effect: effect('1'), times: 1 }] });
    await outlook.select(diego.address);
    await outlook.expectFace(diego);
    expect((await batches(control)).map(({ status }) => status)).toEqual([429, 200]);
    expect((await batches(control)).filter(({ early }) => early)).toEqual([]);
  });
  await test.step('a part of a batch alone', async () => {
    await control.reset();
    await control.patch({ faults: [{ path: 'value$', effect: effect('0.4'), times: 1 }] });
    await outlook.select('from-lynne');
    await outlook.expectFace(lynne);
    // The batch, and the part of it once more.
    await expect.poll(async () => (await batches(control)).length).toBe(2);
    expect((await batches(control)).filter(({ early }) => early)).toEqual([]);
  });
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
  await outlook.expectFace(megan);
});

test('while a slow response is in flight, name and loading text are shown; in an outage the last photo stays, dated', async ({
  outlook,
  context,
  control,
  page,
  pane,
}) => {
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('nested-token'))));
  await control.patch({ faults: [{ effect: { kind: 'slow', milliseconds: 1_000 }, times: 1 }] });
  await outlook.open();
  await expectText(pane, 'Looking for the photo');
  await expectText(pane, megan.address);
  await outlook.expectFace(megan);
  await test.step('offline is reported, and online again the photo appears without a click, by the same token', async () => {
    await context.setOffline(true);
    await outlook.select(diego.address);
    await expectText(pane, 'The photo service cannot be reached. You may be offline.');
    await context.setOffline(false);
    await outlook.expectFace(diego);
    expect(asked, 'one token serves all photos until it expires').toBe(1);
  });
  // Last: a service that has failed several times is left alone for a while.
  await control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await pane.getByRole('button', { name: 'Details of Diego Siciliani' }).click();
  await pane.getByRole('button', { name: 'Read again' }).click();
  await expectText(pane, 'This is the photo from');
  await control.patch({ faults: [] });
  await outlook.expectFace(diego);
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
  await outlook.select(diego.address);
  // The words of the error were not loaded yet.
  await expectText(pane, 'The photo could not be read. Check your connection');
  await context.setOffline(false);
  await outlook.expectFace(diego);
});

test('sign-in that cannot be reached is reported, and the next try brings the photo; a refusal needs an approval or none', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  const signIn = '**/nested-token';
  await page.route(signIn, (route) => route.abort());
  await outlook.open();
  await expectText(pane, 'The sign-in service cannot be reached');
  await page.unroute(signIn);
  await retry(pane).click();
  await outlook.expectFace(megan);
  await test.step('a refusal offers the consent page only while there is something to approve', async () => {
    const link = pane.getByRole('link', { name: 'Approve for the whole organization' });
    await outlook.select(people.frank.address);
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
});
