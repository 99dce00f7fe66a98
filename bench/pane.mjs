// Changes the user's photo in the complete pane, against the sandbox: to the picture that is named, or to a photo of 48
// megapixels and EXIF orientation 6 (node pane.mjs [FILE]). Prints the longest tasks of the pane's main thread from choosing
// the file to the verified save, the scripts in them, and the peak memory of the renderer (Linux).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, median, photo, startSandbox } from './support.mjs';

const runs = Number(process.env.RUNS ?? 5);
// A file on disk: passed as bytes, Playwright itself would occupy the page's main thread.
const folder = mkdtempSync(join(tmpdir(), 'photo-'));
const picture = process.argv[2] ?? join(folder, 'a.jpg');
if (!process.argv[2]) writeFileSync(picture, await photo(8000, 6000, 6));
const sandbox = await startSandbox();
const longest = [];

/** Peak resident memory of the largest renderer, in megabytes. */
async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
  return Math.max(...peaks);
}

for (let run = 0; run < runs; run++) {
  const browser = await launch();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) =>
      globalThis.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
    ).observe({ type: 'longtask' });
    globalThis.frames = [];
    new PerformanceObserver((list) =>
      globalThis.frames.push(
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
  const before = await peakMemory(browser);
  const start = await root.evaluate(() => performance.now());
  const choosing = page.waitForEvent('filechooser');
  await pane.getByRole('button', { name: 'Change photo', exact: true }).click();
  await (await choosing).setFiles(picture);
  await pane.getByRole('application').waitFor();
  const opened = await root.evaluate(() => performance.now());
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await pane.getByText(/^Saved\./).waitFor();
  const observed = await root.evaluate(
    (_root, from) => ({
      tasks: globalThis.tasks.filter(({ startTime }) => startTime >= from),
      frames: globalThis.frames.filter(({ startTime }) => startTime >= from),
      end: performance.now(),
    }),
    start,
  );
  longest.push(Math.max(0, ...observed.tasks.map(({ duration }) => duration)));
  console.log(
    `run ${run + 1}: opened after ${Math.round(opened - start)} ms, saved after ${Math.round(observed.end - opened)} ms; renderer ${Math.round((await peakMemory(browser)) - before)} MB above the pane; tasks over 50 ms: ${observed.tasks.map(({ duration }) => Math.round(duration)).join(', ') || 'none'}`,
  );
  for (const frame of observed.frames)
    console.log(
      `  frame of ${Math.round(frame.duration)} ms at ${Math.round(frame.startTime - start)}: ${frame.scripts.join('; ')}`,
    );
  await browser.close();
}
console.log(`longest task over 50 ms, median of ${runs}: ${Math.round(median(longest))} ms (0: none)`);
sandbox.close();
rmSync(folder, { recursive: true });
