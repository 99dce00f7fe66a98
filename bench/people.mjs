// Measures the administrators' page against the sandbox's organization: the first screen, the batches in which states are
// read, memory by the number of people listed, and the longest task while one scrolls, searches, filters and sorts.
// `node people.mjs [PEOPLE...]`; without arguments 1,000, 5,000 and 50,000.
import { launch, rendererMemory, startSandbox } from './support.mjs';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 5000, 50_000];
const latency = 50;
/** Above it, the states of the others are not waited for. */
const readUpTo = 5000;

/** What one does with the list. */
const actions = {
  scrolling: async (page) => {
    for (let step = 1; step <= 60; step++) {
      await page.evaluate((part) => {
        const end = document.documentElement.scrollHeight;
        // The wheel first, then the scroll bar.
        scrollTo(0, part <= 0.5 ? part * 4000 : part * end);
        return new Promise((go) => requestAnimationFrame(go));
      }, step / 60);
    }
    await page.evaluate(() => scrollTo(0, 0));
  },
  searching: async (page) => {
    await page.getByRole('searchbox').first().pressSequentially('mül', { delay: 80 });
    await page.getByRole('searchbox').first().fill('');
  },
  sorting: async (page) => {
    for (const name of [/^(Address|Email)/, /^(Photo|State)/, /^Name/]) {
      const heading = page.getByRole('columnheader', { name }).first();
      await heading.locator('button').first().or(heading).first().click();
    }
  },
  'selecting all': async (page) => {
    await page.getByRole('columnheader').first().getByRole('checkbox').first().click();
  },
};

const sandbox = await startSandbox();
const results = [];
for (const size of sizes) results.push(await measure(size));
sandbox.close();

const titles = Object.keys(results[0]);
for (const title of titles) console.log(`| ${[title, ...results.map((one) => one[title] ?? '')].join(' | ')} |`);

/** Opens the page in a browser of its own. */
async function measure(people) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    await context.addInitScript(observe);
    const page = await context.newPage();
    const { control, pane } = await (await context.request.get(`${sandbox.window}sandbox.json`)).json();
    await context.request.post(`${control}/reset`);
    await context.request.patch(`${control}/state`, { data: { organization: people, latency } });
    const batches = { states: 0, faces: 0 };
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/$batch')) return;
      // A batch of states asks for no picture.
      batches[request.postData()?.includes('$value') ? 'faces' : 'states']++;
    });
    await page.goto(pane.replace('taskpane.html', 'people.html'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Alex Wilber' }).click();
    const { firstScreen, listed } = await page.evaluate(() => globalThis.firstScreen);
    const all = await waitUntilListed(page, people);
    const result = {
      'people listed': people.toLocaleString('en-US'),
      'first screen after the first page, ms': Math.round(firstScreen - listed),
      'all listed after, s': (all / 1000).toFixed(1),
    };
    if (people <= readUpTo) {
      await page
        .getByText(/^All [\d,]+ people are read$/)
        .first()
        .waitFor({ timeout: 240_000 });
      result['all states read after, s'] = ((await page.evaluate(() => performance.now())) / 1000).toFixed(1);
      result['batches of states'] = batches.states;
    }
    // The list before one touches it.
    await context.request.patch(`${control}/state`, {
      data: { faults: [{ path: 'batch', effect: { kind: 'slow', milliseconds: 8000 } }] },
    });
    result['longest task over 50 ms until then'] = await longestTask(page);
    Object.assign(result, await memoryOf(browser, page));
    await longestTask(page);
    for (const [name, act] of Object.entries(actions)) {
      await act(page);
      result[`the same: ${name}`] = await longestTask(page);
    }
    const after = await memoryOf(browser, page);
    result['heap after all of that, MB'] = after['heap, MB'];
    return result;
  } finally {
    await browser.close();
  }
}

/** Init script: when the first page of the list has come, when its first rows are drawn, and the tasks over 50 ms. */
function observe() {
  globalThis.tasks = [];
  new PerformanceObserver((list) =>
    globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: 'longtask',
  });
  globalThis.firstScreen = new Promise((resolve) => {
    const look = () => {
      const rows = document.querySelectorAll('[role=rowgroup] [role=row]').length;
      const [page] = performance.getEntriesByType('resource').filter(({ name }) => /\/users\?/.test(name));
      if (rows < 10 || !page) requestAnimationFrame(look);
      // After the paint of these rows.
      else
        requestAnimationFrame(() =>
          setTimeout(() => resolve({ firstScreen: performance.now(), listed: page.responseEnd })),
        );
    };
    look();
  });
}

/** The time from the page's start until everybody is in the list, in milliseconds. */
function waitUntilListed(page, people) {
  const isListed = (count) => {
    const rows = Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 0);
    return rows >= count ? performance.now() : null;
  };
  return page.waitForFunction(isListed, people, { timeout: 240_000 }).then((handle) => handle.jsonValue());
}

/** The longest task over 50 ms since it was last asked for, in milliseconds; 0: none. */
async function longestTask(page) {
  await page.evaluate(() => new Promise((go) => setTimeout(go, 300)));
  return Math.round(
    await page.evaluate(() => {
      const longest = Math.max(0, ...globalThis.tasks);
      globalThis.tasks = [];
      return longest;
    }),
  );
}

/** The page's memory after a collection: what scripts hold, and what the whole process has. */
async function memoryOf(browser, page) {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { 'heap, MB': (usedSize / 1e6).toFixed(1), 'process, MB': Math.round(await rendererMemory(browser)) };
}
