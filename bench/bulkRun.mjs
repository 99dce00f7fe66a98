// A run of 1,000 photos of 12 megapixels, four writes at once, with the add-in's modules in a page of its own: time for each
// photo, the longest task of the page's main thread, and memory along the way. `node bulkRun.mjs [PHOTOS]`.
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { launch, photo, startSandbox } from './support.mjs';

const count = Number(process.argv[2] ?? 1000);
const latency = 50;
/** Different pictures; each is used many times. */
const pictures = await Promise.all([1, 6, 1, 6].map((orientation) => photo(4000, 3000, orientation)));

const bundle = async (entry, format) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
};
const scripts = {
  '/page.js': await bundle('bulkRunPage.mjs', 'esm'),
  // Where `workerBridge.ts` looks for it.
  '/worker/worker.ts': await bundle('../src/editor/worker/worker.ts', 'iife'),
};
const server = createServer(({ url }, response) => {
  const picture = pictures[Number(/^\/picture(\d+)/.exec(url)?.[1] ?? NaN)];
  const [type, body] = picture
    ? ['image/jpeg', picture]
    : scripts[url]
      ? ['text/javascript', scripts[url]]
      : ['text/html', '<!doctype html><script type="module" src="page.js"></script>'];
  response.writeHead(200, { 'content-type': type }).end(body);
});
await new Promise((resolve) => server.listen(0, 'localhost', resolve));

const sandbox = await startSandbox();
const browser = await launch();
const context = await browser.newContext({ ignoreHTTPSErrors: true });
const page = await context.newPage();
await page.addInitScript(() => {
  globalThis.tasks = [];
  // Times in which the bench collects garbage.
  globalThis.collections = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
});
await page.goto(`http://localhost:${server.address().port}/`);
await page.waitForFunction(() => globalThis.prepare);
const { control, graph, token } = await (await context.request.get(`${sandbox.window}sandbox.json`)).json();
await context.request.post(`${control}/reset`);
await context.request.patch(`${control}/state`, { data: { organization: 5000, latency } });
const tokenUrl = `${token}?user=alex@contoso.com&scope=User.ReadBasic.All%20User.ReadWrite.All`;
const { access_token } = await (await context.request.get(tokenUrl)).json();
const people = await peopleWithMailbox();

const heap = [await heapSize()];
const preparing = await page.evaluate((all) => globalThis.prepare(all), {
  serviceUrl: graph,
  token: access_token,
  people,
  pictures: pictures.map((_picture, index) => `/picture${index}`),
});
const whilePreparing = await longTasks();
heap.push(await heapSize());
const running = page.evaluate(() => globalThis.runAll());
for (const part of [0.25, 0.5, 0.75]) {
  const isThere = (most) => globalThis.run.progress.value.notTried <= most;
  await page.waitForFunction(isThere, (1 - part) * people.length, { timeout: 600_000, polling: 200 });
  heap.push(await heapSize());
}
const { milliseconds, progress } = await running;
heap.push(await heapSize());
const show = (number, digits = 0) => number.toFixed(digits);
console.log(`${people.length} photos: ${JSON.stringify(progress)}
making them: ${show(preparing / people.length)} ms each, tasks over 50 ms: ${whilePreparing}
the run: ${show(milliseconds / people.length)} ms each, tasks over 50 ms: ${await longTasks()}
heap before, after making them, at a quarter, a half, three quarters, at the end, MB: ${heap.map((one) => show(one / 1e6, 1)).join(', ')}`);
await browser.close();
sandbox.close();
server.close();

/** People whose photo the service lets an administrator set. */
async function peopleWithMailbox() {
  const headers = { authorization: `Bearer ${access_token}` };
  const found = [];
  for (let url = `${graph}/users?$top=999`; url && found.length < count * 2;) {
    const answer = await (await context.request.get(url, { headers })).json();
    found.push(...answer.value);
    url = answer['@odata.nextLink'];
  }
  const members = found.filter(
    ({ id, userPrincipalName }) => id.includes('-9000-') && userPrincipalName.startsWith('e'),
  );
  return members
    .slice(0, count)
    .map(({ id, displayName, mail, userPrincipalName }) => ({ id, displayName, mail, userPrincipalName }));
}

/** What scripts hold after a collection. */
async function heapSize() {
  const cdp = await context.newCDPSession(page);
  const start = await page.evaluate(() => performance.now());
  for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  await page.evaluate((from) => globalThis.collections.push([from, performance.now()]), start);
  return usedSize;
}

/** The tasks over 50 ms since they were last asked for, without the bench's own, in milliseconds. */
function longTasks() {
  return page.evaluate(() => {
    const isOwn = ({ startTime, duration }) =>
      !globalThis.collections.some(([start, end]) => startTime < end && startTime + duration > start);
    const found = globalThis.tasks.filter(isOwn).map(({ duration }) => Math.round(duration));
    globalThis.tasks = [];
    return found.join(', ') || 'none';
  });
}
