import { story } from './support/story';

const stage = story();
const { open, select } = stage;

const row = (name: string) => stage.pane.getByRole('listitem').filter({ hasText: name });
const section = (name: string) => stage.pane.getByRole('region', { name, exact: true });

/** Who stands under a heading, in order. */
const under = async (name: string): Promise<readonly string[]> => {
  await section(name).getByRole('listitem').first().waitFor();
  return section(name).getByRole('listitem').locator('[data-name]').allTextContents();
};

test('everybody of a message, each once, with photo and badges', async () => {
  await open();
  await select('group');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  // Megan stands above, as the sender; Diego is named twice in the message, and here once.
  expect(await under('To')).toEqual(['Adele Vance', 'Diego Siciliani', 'Sales Team', 'Olivia Outside']);
  expect(await under('Cc')).toEqual(['Joni Sherman', 'Isaiah Langer']);
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.expectFace('joni@contoso.com', 'Joni Sherman');
  await row('Adele Vance').getByText('you', { exact: true }).waitFor();
  await row('Sales Team').getByText('distribution list', { exact: true }).waitFor();
  await row('Olivia Outside').getByText('outside your organization', { exact: true }).waitFor();
});

test('each row opens the person’s details, and Back leads to the same row', async () => {
  await open('?item=group');
  await row('Diego Siciliani').getByRole('button').click();
  await stage.pane.getByRole('heading', { name: 'Details' }).waitFor();
  await stage.pane.getByText('240 × 240 pixels').waitFor();
  await stage.pane.getByRole('button', { name: 'Back' }).click();
  await row('Diego Siciliani').getByRole('button').and(stage.pane.locator(':focus')).waitFor();
});

test('an appointment shows its organiser, and who has to come and who may', async () => {
  await open('?item=appointment');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await under('Required')).toEqual(['Adele Vance', 'Lynne Robbins']);
  expect(await under('Optional')).toEqual(['Diego Siciliani']);
});

test('the list of a draft follows as recipients are added', async () => {
  await open('?item=draft');
  expect(await under('To')).toEqual(['Diego Siciliani']);
  expect(await under('Bcc')).toEqual(['Joni Sherman']);
  await stage.page.getByLabel('Add a recipient').fill('lynne@contoso.com');
  await stage.page.getByRole('button', { name: 'Add', exact: true }).click();
  await stage.expectFace('lynne@contoso.com', 'Lynne Robbins');
  expect(await under('To')).toEqual(['Diego Siciliani', 'Lynne Robbins']);
});

/** Answers overtake each other: the last row's photo is not the last to come. */
const everyRowHasPhoto = (): Promise<void> => stage.pane.locator('[data-person] img').nth(99).waitFor();

test('a hundred recipients: all photos with at most six requests, the sender’s first', async () => {
  await open('?item=diego@contoso.com');
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.control.reset();
  await select('everybody');
  await everyRowHasPhoto();
  // Before the test itself asks for faces to compare.
  const log = await stage.control.log();
  const requests = log.filter(({ method }) => method !== 'PART');
  expect(new Set(requests.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['POST /v1.0/$batch']));
  expect(requests.length).toBeLessThanOrEqual(6);
  expect(Math.max(...requests.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
  // Four batches travel at once and end in any order: hers is among them.
  const first = log.slice(0, log.indexOf(requests[3] as (typeof log)[number]));
  expect(first.map(({ path }) => path)).toContain('/v1.0/users/alex%40contoso.com/photo');
  await stage.expectFace('alex@contoso.com', 'Alex Wilber');
  await stage.expectFace('colleague100@contoso.com', 'Colleague 100');
});

const alsoSelect = (item: string): Promise<void> =>
  stage.page.locator(`[data-item="${item}"]`).click({ modifiers: ['Control'] });

test('several selected messages: their senders, each once, with photos and details', async () => {
  await open();
  await alsoSelect('diego@contoso.com');
  await stage.pane.getByText('2 messages are selected').waitFor();
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  // Megan sent this one too.
  await alsoSelect('group');
  await stage.pane.getByText('3 messages are selected').waitFor();
  await alsoSelect('olivia@elsewhere.example');
  await row('Olivia Outside').getByText('outside your organization', { exact: true }).waitFor();
  expect(await under('From')).toEqual(['Megan Bowen', 'Diego Siciliani', 'Olivia Outside']);
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  await row('Diego Siciliani').getByRole('button').click();
  await stage.pane.getByText('240 × 240 pixels').waitFor();
});

test('details of one sender stay open while the others become known', async () => {
  await open();
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  // Outlook takes its time to open the second message.
  await stage.pane.locator('body').evaluate(() => {
    type Load = (id: string, callback: unknown) => void;
    const mailbox = Office.context.mailbox as unknown as { loadItemByIdAsync: Load };
    const load = mailbox.loadItemByIdAsync.bind(mailbox);
    mailbox.loadItemByIdAsync = (id, callback) => {
      const go = (): void => load(id, callback);
      if (id === 'diego@contoso.com') Object.assign(window, { go });
      else go();
    };
  });
  await alsoSelect('diego@contoso.com');
  await row('Megan Bowen').getByRole('button').click();
  await stage.pane.getByText('648 × 648 pixels').waitFor();
  await stage.pane.locator('body').evaluate(() => (window as unknown as { go: () => void }).go());
  await stage.pane.locator('[data-person="diego@contoso.com"]').waitFor({ state: 'attached' });
  await stage.pane.getByRole('heading', { name: 'Details' }).waitFor();
  await stage.pane.getByRole('button', { name: 'Back' }).click();
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('a selection that changes while its senders are read ends with the right ones', async () => {
  await open();
  for (const item of ['diego@contoso.com', 'joni@contoso.com', 'pat+news@contoso.com']) await alsoSelect(item);
  await alsoSelect('megan@contoso.com');
  await alsoSelect('diego@contoso.com');
  await stage.expectFace('joni@contoso.com', 'Joni Sherman');
  await stage.expectFace('pat+news@contoso.com', 'Pat Plus');
  expect(await under('From')).toEqual(['Joni Sherman', 'Pat Plus']);
});

/** Outlook hears of the pane's registration for ItemChanged only once `release` is called; what changes before is told to nobody. */
async function holdRegistration(): Promise<{ release: () => Promise<void> }> {
  await stage.page.addInitScript(() => {
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
  return { release: () => stage.page.evaluate(() => (window as unknown as { release: () => void }).release()) };
}

test('messages that were selected before Outlook took the registration are found all the same', async () => {
  const { release } = await holdRegistration();
  await open();
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  await alsoSelect('diego@contoso.com');
  await release();
  await stage.pane.getByText('2 messages are selected').waitFor();
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('where the host tells only how many messages are selected, that is what is said', async () => {
  await open('?several=count');
  await alsoSelect('diego@contoso.com');
  await stage.pane.getByText('2 messages are selected').waitFor();
  await stage.pane.getByText('Select a single message').waitFor();
  expect(await stage.pane.getByRole('listitem').count()).toBe(0);
});

/** What travelled since the log was emptied, preflights among it. */
const travelled = async (): Promise<readonly string[]> =>
  (await stage.control.log()).filter(({ method }) => method !== 'PART').map(({ method }) => method);

const drawn = (name: string): Promise<void> =>
  stage.pane.getByRole('heading', { name }).and(stage.pane.locator('section:has(img) h2')).waitFor();

test('a new person costs one request, a known one none, and the browser asks for leave once', async () => {
  await open();
  await drawn('Megan Bowen');
  // Her message’s own recipient, too.
  await row('Adele Vance').locator('img').waitFor();
  expect((await travelled()).filter((method) => method === 'OPTIONS')).toEqual(['OPTIONS']);
  for (const [item, name] of [
    ['diego@contoso.com', 'Diego Siciliani'],
    ['from-lynne', 'Lynne Robbins'],
    ['pat+news@contoso.com', 'Pat Plus'],
  ] as const) {
    await stage.control.reset();
    await select(item);
    await drawn(name);
    expect(await travelled()).toEqual(['POST']);
  }
  await stage.control.reset();
  await select('megan@contoso.com');
  await drawn('Megan Bowen');
  expect(await travelled()).toEqual([]);
});

test('in the Outlook dialect, too, no more than four requests travel at once', async () => {
  await stage.control.patch({ latency: 50 });
  await open('?dialect=outlook-v2.0&item=everybody');
  await everyRowHasPhoto();
  const asked = (await stage.control.log()).filter(({ method }) => method === 'GET');
  // A hundred pictures, and the sender’s with its metadata.
  expect(asked.length).toBe(102);
  // The browser asks for leave between them, so the service may never see all four together.
  expect(Math.max(...asked.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
});

const addRecipient = async (address: string): Promise<void> => {
  await stage.page.getByLabel('Add a recipient').fill(address);
  await stage.page.getByRole('button', { name: 'Add', exact: true }).click();
};

test('details of somebody in a draft stay open while recipients are added', async () => {
  await open('?item=draft');
  await row('Diego Siciliani').getByRole('button').click();
  await stage.pane.getByText('240 × 240 pixels').waitFor();
  await addRecipient('lynne@contoso.com');
  // The list behind them follows.
  await stage.pane.locator('[data-person="lynne@contoso.com"]').waitFor({ state: 'attached' });
  await stage.pane.getByRole('heading', { name: 'Details' }).waitFor();
  await stage.pane.getByRole('button', { name: 'Back' }).click();
  expect(await under('To')).toEqual(['Diego Siciliani', 'Lynne Robbins']);
});

test('the next message starts at its sender, however far the list before was scrolled', async () => {
  await open('?item=everybody');
  await row('Colleague 100').scrollIntoViewIfNeeded();
  const scrolled = (): Promise<number> => stage.pane.locator('html').evaluate(() => window.scrollY);
  expect(await scrolled()).toBeGreaterThan(1000);
  await select('diego@contoso.com');
  await drawn('Diego Siciliani');
  expect(await scrolled()).toBe(0);
});

test('a screen reader hears the name of a row once', async () => {
  await open('?item=group');
  await stage.pane.getByRole('button', { name: 'Diego Siciliani diego@contoso.com', exact: true }).waitFor();
});
