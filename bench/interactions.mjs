// How long the pane takes from a click or a key to the next paint (Event Timing API), on a processor four times slower.
import { median, launch, photo, startSandbox } from './support.mjs';

const slowdown = Number(process.env.SLOWDOWN ?? 4);
const runs = Number(process.env.RUNS ?? 3);
const sandbox = await startSandbox();
const browser = await launch();
const picture = await photo(2400, 1800, 1);
const times = new Map();

for (let run = 0; run < runs; run++) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  await context.request.post(`${sandbox.control}/reset`);
  const scopes = ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'];
  await context.request.patch(`${sandbox.control}/state`, { data: { consent: { 'adele@contoso.com': scopes } } });
  await context.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries())
        if (interactionId) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  const page = await context.newPage();
  await page.goto(`${sandbox.window}?item=everybody`);
  const pane = page.frameLocator('iframe');
  await pane.getByRole('tab').nth(2).waitFor();
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  // Its entries are delivered after the paint, and what is drawn after that paint comes before the page is idle.
  const idle = () =>
    frame.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))),
    );
  await pane.locator('[data-person] img').nth(8).waitFor();
  await idle();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  /** Does something, and records the slowest of its interactions. */
  const measure = async (what, interact) => {
    await frame.evaluate(() => (globalThis.longest = 0));
    await interact();
    await idle();
    const longest = await frame.evaluate(() => globalThis.longest);
    times.set(what, [...(times.get(what) ?? []), longest]);
  };
  const button = (name) => pane.getByRole('button', { name, exact: true });

  await measure('open the details of the sender', () => pane.getByRole('button', { name: /^Details of/ }).click());
  await measure('unfold the technical details', () => button('Technical details').click());
  await measure('go back to a hundred people', () => button('Back').click());
  await measure('open the menu', () => pane.locator('button[aria-haspopup="menu"]').click());
  await measure('open the settings', () => pane.getByRole('menuitem').first().click());
  await measure('choose the dark theme', () => pane.getByRole('combobox').first().selectOption({ label: 'Dark' }));
  await measure('look up', () => pane.getByRole('tab').nth(2).click());
  await pane.getByRole('combobox').click();
  await measure('type a name', () => page.keyboard.type('mega', { delay: 120 }));
  await measure('choose a person', () => pane.getByRole('option').first().click());
  await measure('my photo', () => pane.getByRole('tab').nth(1).click());
  await measure('choose a picture of 2400 x 1800', async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Change photo').click()]);
    await chooser.setFiles({ name: 'picture.jpg', mimeType: 'image/jpeg', buffer: picture });
    await pane.getByRole('application').waitFor();
  });
  await measure('zoom in', () => button('Zoom in').click());
  await measure('turn', () => button('Turn right').click());
  await measure('more tools', () => button('More tools').click());
  await pane.getByRole('application').focus();
  await measure('move by keys', () => page.keyboard.press('ArrowLeft'));
  await measure('save', () => button('Save').click());
  await pane.getByText(/^Saved\./).waitFor();
  await measure('back to the message', () => pane.getByRole('tab').first().click());
  await context.close();
}
await browser.close();
sandbox.close();

console.log(`medians of ${runs}, processor slowed ${slowdown} times; steps of 8 ms, 0: below 16 ms\n`);
console.log('| interaction | to the next paint, ms |');
console.log('| --- | --- |');
for (const [what, values] of times) console.log(`| ${what} | ${median(values)} |`);
