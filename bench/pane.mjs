// Changes my photo in the whole pane, against the sandbox, with a photo of 48 megapixels on its side, and prints the
// longest tasks of the pane's thread from the choice of the file to the proof, and which scripts ran in them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, median, photo, startSandbox } from './support.mjs';

const runs = Number(process.env.RUNS ?? 5);
// From the disk: handed over as bytes, Playwright itself would be busy in the page.
const folder = mkdtempSync(join(tmpdir(), 'photo-'));
const picture = join(folder, 'a.jpg');
writeFileSync(picture, await photo(8000, 6000, 6));
const sandbox = await startSandbox();
const longest = [];

for (let run = 0; run < runs; run++) {
  const browser = await launch();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
    ).observe({ type: 'longtask' });
    globalThis.frames = [];
    new PerformanceObserver((list) =>
      frames.push(
        ...list.getEntries().map(({ startTime, duration, blockingDuration, scripts }) => ({
          startTime,
          duration,
          blockingDuration,
          scripts: scripts.map(
            ({ invoker, duration, sourceFunctionName }) =>
              `${Math.round(duration)} ms ${invoker} ${sourceFunctionName}`,
          ),
        })),
      ),
    ).observe({ type: 'long-animation-frame' });
  });
  const page = await context.newPage();
  const { control } = await (await context.request.get(`${sandbox.window}sandbox.json`)).json();
  await context.request.post(`${control}/reset`);
  await context.request.patch(`${control}/state`, {
    data: { consent: { 'adele@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite'] } },
  });
  await page.goto(sandbox.window);
  const pane = page.frameLocator('iframe[title="User Photo"]');
  await pane.getByRole('tab', { name: 'My photo' }).click();
  await pane.locator('img').waitFor();
  const root = pane.locator('html');
  const since = await root.evaluate(() => performance.now());
  const picking = page.waitForEvent('filechooser');
  await pane.getByRole('button', { name: 'Change', exact: true }).click();
  await (await picking).setFiles(picture);
  await pane.getByRole('img', { name: 'Preview, 96 pixels' }).first().waitFor();
  const opened = await root.evaluate(() => performance.now());
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText(/^Saved\./).waitFor();
  const told = await root.evaluate(
    (_root, start) => ({
      tasks: tasks.filter(({ startTime }) => startTime >= start),
      frames: frames.filter(({ startTime }) => startTime >= start),
      end: performance.now(),
    }),
    since,
  );
  longest.push(Math.max(0, ...told.tasks.map(({ duration }) => duration)));
  console.log(
    `run ${run + 1}: opened after ${Math.round(opened - since)} ms, saved after ${Math.round(told.end - opened)} ms; tasks over 50 ms: ${told.tasks.map(({ duration }) => Math.round(duration)).join(', ') || 'none'}`,
  );
  for (const frame of told.frames)
    console.log(
      `  frame of ${Math.round(frame.duration)} ms at ${Math.round(frame.startTime - since)}: ${frame.scripts.join('; ')}`,
    );
  await browser.close();
}
console.log(`longest task over 50 ms, median of ${runs}: ${Math.round(median(longest))} ms (0: there was none)`);
sandbox.close();
rmSync(folder, { recursive: true });
