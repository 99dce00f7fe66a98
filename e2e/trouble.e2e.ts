import { story } from './support/story';

const stage = story();
const { open, select, expectFace } = stage;

const retry = () => stage.pane.getByRole('button', { name: 'Try again' });
const says = (text: string): Promise<void> => stage.pane.getByText(text).filter({ visible: true }).waitFor();

/** Who the photo was asked of, in the Graph dialect. */
const batches = async () => (await stage.control.log()).filter(({ method }) => method === 'POST');

test.each([
  ['an outage', { kind: 'status', status: 500 }, 'The photo service has a problem'],
  ['dropped connections', { kind: 'drop' }, 'The photo service cannot be reached'],
  ['answers cut off halfway', { kind: 'truncate' }, 'The photo service cannot be reached'],
  ['a network’s own sign-in page', { kind: 'status', status: 200, body: '<html>' }, 'The answer was not a photo'],
])('%s: said in plain words, and over, the face is there', async (_name, effect, words) => {
  await stage.control.patch({ faults: [{ effect }] });
  await open();
  await says(words);
  await stage.control.patch({ faults: [] });
  await retry().click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('where nobody is drawn large, the list says what is wrong, and one click brings everybody', async () => {
  await stage.control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await open();
  await stage.page.locator('[data-item="diego@contoso.com"]').click({ modifiers: ['Control'] });
  await says('2 messages are selected');
  await says('The photo service has a problem');
  await stage.control.patch({ faults: [] });
  await retry().click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test.each([
  ['0.4', 'decimal seconds'],
  ['1', 'whole seconds'],
])('throttled for %s s (%s): nobody comes back too early, and the face comes by itself', async (seconds) => {
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': seconds } };
  await stage.control.patch({ faults: [{ path: 'batch', effect, times: 1 }] });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const asked = await batches();
  // Hers, and mine which I received it with; and both again.
  expect(asked.map(({ status }) => status)).toEqual([429, 200]);
  expect(asked.filter(({ early }) => early)).toEqual([]);
});

test('a part of a batch that is throttled is asked for again, after the pause', async () => {
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': '0.4' } };
  await stage.control.patch({ faults: [{ path: 'value$', effect, times: 1 }] });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const asked = await batches();
  // Hers and mine, and the part of it once more.
  expect(asked).toHaveLength(2);
  expect(asked.filter(({ early }) => early)).toEqual([]);
});

test('a pause of a day is not waited for: the pane says so at once', async () => {
  const effect = { kind: 'status', status: 429, headers: { 'retry-after': '86400' } };
  await stage.control.patch({ faults: [{ effect }] });
  await open();
  await says('The photo service is busy');
});

test('while a slow answer is waited for, the name stands and the photo is said to be looked for', async () => {
  await stage.control.patch({ faults: [{ effect: { kind: 'slow', milliseconds: 1_000 }, times: 1 }] });
  await open();
  await says('Looking for the photo');
  await says('megan@contoso.com');
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('offline says so; online again, the photo comes by itself', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.context.setOffline(true);
  await select('diego@contoso.com');
  await says('The photo service cannot be reached. You may be offline.');
  await stage.context.setOffline(false);
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('offline before the first photo says so; online again, it comes by itself', async () => {
  await open('?item=none');
  await says('No message is selected');
  await stage.context.setOffline(true);
  await select('diego@contoso.com');
  await says('The photo service cannot be reached');
  await stage.context.setOffline(false);
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('sign-in that cannot be reached before the first token says so, and the next try brings the photo', async () => {
  const signIn = '**/nested-token';
  await stage.page.route(signIn, (route) => route.abort());
  await open();
  await says('The sign-in service cannot be reached');
  await stage.page.unroute(signIn);
  await retry().click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('one token serves everybody until it ends: the bridge is asked once', async () => {
  let asked = 0;
  stage.page.on('request', (request) => (asked += Number(request.url().includes('nested-token'))));
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  expect(asked).toBe(1);
});

test('with the service away, the photo there was stays, and says of when it is', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.control.patch({ faults: [{ effect: { kind: 'status', status: 500 } }] });
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await stage.pane.getByRole('button', { name: 'Read again' }).click();
  await says('This is the photo from');
  await stage.control.patch({ faults: [] });
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a refusal offers the way to an administrator', async () => {
  await open('?item=frank%40contoso.com');
  await says('does not allow this photo');
  const link = stage.pane.getByRole('link', { name: 'Approve for the whole organization' });
  expect(await link.getAttribute('href')).toMatch(/\/organizations\/v2\.0\/adminconsent\?client_id=/);
  // Metadata and picture, each asked for once.
  const asked = (await stage.control.log()).filter(({ path }) => path.includes('frank'));
  expect(asked).toHaveLength(2);
});

test('a name with markup in it is a name', async () => {
  await open('?item=xss%40contoso.com');
  await says('<img src=x onerror=alert(1)>');
});
