import type { FrameLocator, Page } from '@playwright/test';
import type { SandboxControl } from './support/sandboxControl';
import { Outlook } from './support/outlook';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';
import { colorOf, isNear } from './support/pixels';
import { openSettings } from './support/settings';
import { expect, test } from './support/editing';

const day = 86_400_000;
const meganSelected = '?item=megan%40contoso.com';
const expectText = (pane: FrameLocator, text: string | RegExp): Promise<void> =>
  expect(pane.getByText(text).filter({ visible: true }).first()).toBeVisible();

/** The requests about one person, in the Graph dialect. */
const requestsFor = async (control: SandboxControl, address: string): Promise<readonly string[]> =>
  (await control.log())
    .filter(({ method, path }) => method === 'PART' && path.includes(encodeURIComponent(address)))
    .map(({ path }) => path);

/** Shows Megan's face, so that it is cached, then empties the service's log. */
async function showMegan(outlook: Outlook, control: SandboxControl, pane: FrameLocator): Promise<void> {
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  await openSettings(pane);
  // Megan and me, who received it.
  await expectText(pane, /^2 people, \d+ kB\.$/);
  await control.reset();
}

/** Reopens the pane, so many milliseconds later by its own clock. */
async function reopenLater(outlook: Outlook, page: Page, milliseconds: number): Promise<void> {
  await page.clock.setSystemTime(Date.now() + milliseconds);
  await outlook.open(meganSelected);
}

test('a cached face and an absence are shown without a request, also in an outage; Read again passes every copy', async ({
  outlook,
  control,
  pane,
}) => {
  await showMegan(outlook, control, pane);
  await pane.getByRole('tab').first().click();
  await outlook.select(people.isaiah.address);
  await expectText(pane, 'No photo was set.');
  await control.reset();
  await control.patch({ faults: [{ effect: { kind: 'drop' } }] });
  await outlook.open(meganSelected);
  await expect(outlook.faceOf('Megan Bowen')).toBeVisible();
  await outlook.select(people.isaiah.address);
  await expectText(pane, 'No photo was set.');
  expect((await control.log()).filter(({ method }) => method === 'POST')).toEqual([]);
  await outlook.select(people.megan.address);
  await pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  await expectText(pane, 'the copy kept on this machine');
  await control.patch({ faults: [] });
  await pane.getByRole('button', { name: 'Read again' }).click();
  await expectText(pane, 'the service, just now');
});

test('after a day a face is shown at once and only its eTag requested; after seven it is not shown, even offline', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await showMegan(outlook, control, pane);
  await control.patch({ latency: 300 });
  await reopenLater(outlook, page, day + 60_000);
  await outlook.expectFace(people.megan);
  await pane.getByRole('button', { name: 'Details of Megan Bowen' }).click();
  // Asked for by the message's own screen, just before this one was opened.
  await expectText(pane, 'the copy kept while this pane is open');
  expect((await requestsFor(control, people.megan.address)).filter((path) => !path.endsWith('/photos'))).toEqual([
    '/v1.0/users/megan%40contoso.com/photo',
  ]);
  await control.patch({ latency: 0, faults: [{ effect: { kind: 'drop' } }] });
  // The eTag that was the same has renewed the copy.
  await reopenLater(outlook, page, 8 * day + 120_000);
  await expectText(pane, 'The photo service cannot be reached');
  await expect(pane.locator('img')).toHaveCount(0);
});

test('another account sees no cached photo of the first, and a face that has changed meanwhile is replaced', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await showMegan(outlook, control, pane);
  await outlook.open('?account=alex%40contoso.com&item=megan%40contoso.com');
  await outlook.expectFace(people.megan);
  expect((await requestsFor(control, people.megan.address)).length).toBeGreaterThan(0);
  await control.setOriginal(people.megan.address, await outlook.photo(people.diego.address));
  await reopenLater(outlook, page, day + 60_000);
  const image = outlook.faceOf('Megan Bowen');
  await expect(image).toBeVisible();
  // The cached photo is shown first, until the service has answered that there is another.
  const held = await colorOf(await outlook.photo(people.diego.address));
  await expect(async () => {
    expect(isNear(await colorOf(await image.screenshot()), held), 'the new photo is drawn').toBe(true);
  }).toPass({ timeout: 10_000 });
});

test('a photo that is set here is cached', async ({ editing, control, pane }) => {
  await editing.consentToWrite();
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectPreview();
  await editing.save();
  await control.reset();
  await editing.openMyPhoto();
  const image = pane.locator('img').filter({ visible: true });
  await image.evaluate((element) => (element as HTMLImageElement).decode());
  expect(await isUpright(await image.screenshot())).toBe(true);
  expect((await control.log()).filter(({ path }) => path.includes('/me/photo'))).toEqual([]);
});

test('with storage blocked everything works without a cache', async ({ outlook, context, pane }) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  await outlook.select(people.diego.address);
  await outlook.expectFace(people.diego);
  await openSettings(pane);
  await expectText(pane, 'None.');
});

/** Overwrites the bytes of every cached picture, but for the length and the first ones. Returns how many. Runs in the page. */
async function damageCopies(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('The request failed')));
    });
  const store = (await settled(indexedDB.open('photos'))).transaction('answers', 'readwrite').objectStore('answers');
  const keys = await settled(store.getAllKeys());
  for (const key of keys) {
    const kept = (await settled(store.get(key))) as { answer: { bytes: ArrayBuffer } };
    new Uint8Array(kept.answer.bytes).fill(0, 30);
    await settled(store.put(kept, key));
  }
  return keys.length;
}

/** Leaves on the machine what no pane has written: a database without its pictures, and texts of other forms. In the page. */
async function leaveForeignState(): Promise<void> {
  const settled = (request: IDBOpenDBRequest): Promise<unknown> =>
    new Promise((resolve) => ['success', 'error'].forEach((type) => request.addEventListener(type, resolve)));
  await settled(indexedDB.deleteDatabase('photos'));
  const opening = indexedDB.open('photos', 4);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('uses'));
  await settled(opening);
  opening.result.close();
  localStorage.setItem('choices', '{"theme":["dark"],"language":{"en":1}}');
  sessionStorage.setItem('reload', '{"screen":"mine","at":"now","picture":[]}');
}

test('a damaged copy is read again, and what other programs left on the machine keeps nothing from working', async ({
  outlook,
  control,
  pane,
}) => {
  await showMegan(outlook, control, pane);
  expect(await outlook.paneFrame().evaluate(damageCopies)).toBeGreaterThan(0);
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  expect(await requestsFor(control, people.megan.address)).not.toEqual([]);
  await outlook.paneFrame().evaluate(leaveForeignState);
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  await control.reset();
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  expect(await requestsFor(control, people.megan.address)).toEqual([]);
});

test('two panes share one cache, and the settings show how many people it has, and remove them', async ({
  outlook,
  control,
  page,
  context,
  pane,
}) => {
  await showMegan(outlook, control, pane);
  const other = await context.newPage();
  await other.goto(`${outlook.places.window}?item=diego%40contoso.com`);
  const otherPane = new Outlook(other, control, outlook.places);
  await expect(otherPane.faceOf(people.diego.name)).toBeVisible();
  await page.bringToFront();
  await outlook.open('?item=diego%40contoso.com');
  await outlook.expectFace(people.diego);
  await openSettings(pane);
  await expectText(pane, /^3 people/);
  await pane.getByRole('button', { name: 'Remove kept photos' }).click();
  await expectText(pane, 'None.');
  await control.reset();
  await outlook.open(meganSelected);
  await outlook.expectFace(people.megan);
  expect((await requestsFor(control, people.megan.address)).length).toBeGreaterThan(0);
});
