import { editingOn } from './support/editing';
import { isUpright, jpegOf } from './support/pictures';
import { colourOf, isNear } from './support/pixels';
import { faceOf, story } from './support/story';

const stage = story();
const { open, select } = stage;
const { agreed, choose, openMine, previewed, saved } = editingOn(stage);

const day = 86_400_000;
const says = (text: string | RegExp): Promise<void> =>
  stage.pane.getByText(text).filter({ visible: true }).first().waitFor();

/** What was asked about one person, in the Graph dialect. */
const askedOf = async (address: string): Promise<readonly string[]> =>
  (await stage.control.log())
    .filter(({ method, path }) => method === 'PART' && path.includes(encodeURIComponent(address)))
    .map(({ path }) => path);

/** Megan's face has been seen, and is kept; then the service's log starts anew. */
async function seen(query = '?item=megan%40contoso.com'): Promise<void> {
  await open(query);
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.pane.getByRole('tab', { name: 'About' }).click();
  // Megan and me, who received it.
  await says(/^2 people, \d+ kB\.$/);
  await stage.control.reset();
}

/** The pane is opened anew, so many milliseconds later by its own clock. */
async function later(milliseconds: number, query = '?item=megan%40contoso.com'): Promise<void> {
  await stage.page.clock.setSystemTime(Date.now() + milliseconds);
  await open(query);
}

test('a known face is there again without a request, also while the service is away', async () => {
  await seen();
  await stage.control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await open('?item=megan%40contoso.com');
  await faceOf(stage.pane, 'Megan Bowen').waitFor();
  expect((await stage.control.log()).filter(({ method }) => method === 'POST')).toEqual([]);
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await says('the copy kept on this machine');
});

test('absence is kept too', async () => {
  await open('?item=isaiah%40contoso.com');
  await says('No photo was set.');
  await stage.control.reset();
  await open('?item=isaiah%40contoso.com');
  await says('No photo was set.');
  expect(await askedOf('isaiah@contoso.com')).toEqual([]);
});

test('after a day the face is shown at once, and only its eTag is asked for', async () => {
  await seen();
  await stage.control.patch({ latency: 300 });
  await later(day + 60_000);
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  // Asked for by the message's own screen, just before this one was opened.
  await says('the copy kept while this pane is open');
  expect((await askedOf('megan@contoso.com')).filter((path) => !path.endsWith('/photos'))).toEqual([
    '/v1.0/users/megan%40contoso.com/photo',
  ]);
});

test('a face that has changed meanwhile is replaced', async () => {
  await seen();
  await open('?account=alex%40contoso.com&item=megan%40contoso.com');
  await stage.control.put('megan@contoso.com', await stage.control.photo('diego@contoso.com'));
  await later(day + 60_000);
  const image = faceOf(stage.pane, 'Megan Bowen');
  await image.waitFor();
  // The kept one is shown first, until the service has said that there is another.
  const isDiego = async (): Promise<boolean> => {
    const [drawn, held] = await Promise.all([image.screenshot(), stage.control.photo('diego@contoso.com')]);
    return isNear(await colourOf(drawn), await colourOf(held));
  };
  while (!(await isDiego())) await image.evaluate(() => new Promise(requestAnimationFrame));
});

test('after seven days it is not shown any more, even offline', async () => {
  await seen();
  await stage.control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await later(7 * day + 60_000);
  await says('The photo service cannot be reached');
  expect(await stage.pane.locator('img').count()).toBe(0);
});

test('another account finds nothing of the first', async () => {
  await seen();
  await open('?account=alex%40contoso.com&item=megan%40contoso.com');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  expect((await askedOf('megan@contoso.com')).length).toBeGreaterThan(0);
});

test('Read again passes every copy', async () => {
  await seen();
  await open('?item=megan%40contoso.com');
  await stage.pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await says('the copy kept on this machine');
  await stage.pane.getByRole('button', { name: 'Read again' }).click();
  await says('the service, just now');
});

test('About tells how many are kept and how large they are, and removes them', async () => {
  await seen();
  await stage.pane.getByRole('button', { name: 'Remove kept photos' }).click();
  await says('None.');
  await open('?item=megan%40contoso.com');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  expect((await askedOf('megan@contoso.com')).length).toBeGreaterThan(0);
});

test('a photo that is set here is the one that is kept', async () => {
  await agreed();
  await openMine();
  await choose(await jpegOf(900, 900));
  await previewed();
  await saved();
  await stage.control.reset();
  await openMine();
  const image = stage.pane.locator('img').filter({ visible: true });
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  expect(await isUpright(await image.screenshot())).toBe(true);
  expect((await stage.control.log()).filter(({ path }) => path.includes('/me/photo'))).toEqual([]);
});

test('with storage blocked everything works, and nothing is kept', async () => {
  await stage.context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  await open('?item=megan%40contoso.com');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.pane.getByRole('tab', { name: 'About' }).click();
  await says('None.');
});

test('a copy that was damaged is read anew, and nothing broken is drawn', async () => {
  await seen();
  const frame = stage.page.frames().find((one) => one.url().includes('taskpane.html'));
  await frame?.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const store = (await settled(indexedDB.open('photos'))).transaction('answers', 'readwrite').objectStore('answers');
    for (const key of await settled(store.getAllKeys())) {
      const kept = (await settled(store.get(key))) as { answer: { bytes: ArrayBuffer } };
      // As long as before, and it begins like a picture.
      new Uint8Array(kept.answer.bytes).fill(0, 30);
      await settled(store.put(kept, key));
    }
  });
  await open('?item=megan%40contoso.com');
  await stage.expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await askedOf('megan@contoso.com')).not.toEqual([]);
});

test('two panes keep into one store', async () => {
  await seen();
  const other = await stage.context.newPage();
  await other.goto(`${stage.sandbox.window}?item=diego%40contoso.com`);
  await faceOf(other.frameLocator('iframe[title="User Photo"]'), 'Diego Siciliani').waitFor();
  await stage.page.bringToFront();
  await open('?item=diego%40contoso.com');
  await stage.expectFace('diego@contoso.com', 'Diego Siciliani');
  await stage.pane.getByRole('tab', { name: 'About' }).click();
  await says(/^3 people/);
});
