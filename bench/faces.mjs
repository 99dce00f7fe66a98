// The production bundle beside Microsoft Graph Toolkit's person and the plain fetch of the samples, all in the sandbox's
// pane, with MSAL and Office.js, against one service with 50 ms latency and real preflights. Prints medians and ratios.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { launch, median, startSandbox } from './support.mjs';

const runs = Number(process.env.RUNS ?? 5);
const latency = 50;
const peers = { ours: '../dist', toolkit: 'build/toolkit', plain: 'build/plain' };

for (const name of ['toolkit', 'plain']) {
  mkdirSync(peers[name], { recursive: true });
  await build({
    entryPoints: [`peers/${name}.js`],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    outfile: `${peers[name]}/taskpane.js`,
    logLevel: 'error',
  });
  writeFileSync(
    `${peers[name]}/taskpane.html`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<script type="application/json" id="config">{}</script>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js" async></script></head><body>
<script>const wait = setInterval(() => { if (!globalThis.Office) return; clearInterval(wait); const one = document.createElement('script'); one.src = 'taskpane.js'; document.body.append(one); }, 1);</script></body></html>`,
  );
}

/** In every frame: when a large picture is on the screen that was not there before. */
const watch = () => {
  const pictures = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      ...(one.localName === 'img' ? [one] : []),
      ...(one.shadowRoot ? pictures(one.shadowRoot) : []),
    ]);
  const large = () =>
    pictures(document).find((one) => one.getBoundingClientRect().width >= 60 && one.complete && one.naturalWidth > 0);
  globalThis.shown = () => large()?.src ?? '';
  globalThis.nextFace = (before) =>
    new Promise((resolve) => {
      const look = () => {
        const face = large();
        if (face && face.src !== before) resolve(performance.timeOrigin + performance.now());
        else requestAnimationFrame(look);
      };
      look();
    });
  if (location.pathname.endsWith('taskpane.html')) globalThis.firstFace = nextFace('');
};

const renderers = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
  return Math.max(...sizes);
};

const results = Object.fromEntries(Object.keys(peers).map((name) => [name, {}]));
const add = (name, what, value) => {
  (results[name][what] ??= []).push(value);
  console.error(`${name}: ${what}: ${value.toFixed(2)}`);
};

/** Everybody is drawn once by every service, so that no measurement waits for that. */
async function warm(sandbox) {
  const browser = await launch();
  const { request } = await browser.newContext({ ignoreHTTPSErrors: true });
  const query = 'user=adele@contoso.com&scope=User.ReadBasic.All';
  const { access_token } = await (await request.get(`${sandbox.control}/token?${query}`)).json();
  const headers = { authorization: `Bearer ${access_token}` };
  for (const { address } of await (await request.get(`${sandbox.control}/people`)).json()) {
    await request.get(`${sandbox.graph}/users/${encodeURIComponent(address)}/photo`, { headers });
  }
  await browser.close();
}

const sandboxes = {};
for (const [name, dist] of Object.entries(peers)) {
  sandboxes[name] = await startSandbox({ dist: new URL(dist, import.meta.url).pathname });
  await warm(sandboxes[name]);
}

for (let run = 0; run < runs; run++) {
  for (const [name, sandbox] of Object.entries(sandboxes)) {
    const { port } = new URL(sandbox.graph);
    const browser = await launch([`--host-resolver-rules=MAP graph.microsoft.com:443 localhost:${port}`]);
    // Lit makes a Trusted Types policy of its own, which the pane's policy does not know.
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      bypassCSP: true,
      viewport: { width: 1280, height: 800 },
    });
    await context.addInitScript(watch);
    const { control } = sandbox;
    const asked = async () =>
      (await (await context.request.get(`${control}/log`)).json()).filter(
        ({ method }) => method === 'GET' || method === 'POST',
      );
    await context.request.patch(`${control}/state`, { data: { latency } });

    const open = async (item) => {
      const page = await context.newPage();
      await page.goto(`${sandbox.window}?crowd=on&item=${encodeURIComponent(item)}`, { waitUntil: 'commit' });
      let frame;
      while (!(frame = page.frames().find((one) => one.url().includes('taskpane.html'))))
        await new Promise((go) => setTimeout(go, 5));
      const [start, end] = await frame.evaluate(async () => [performance.timeOrigin, await firstFace]);
      return { page, frame, milliseconds: end - start };
    };
    const clear = () =>
      context.request
        .post(`${control}/reset`)
        .then(() => context.request.patch(`${control}/state`, { data: { latency } }));

    await clear();
    const cold = await open('megan@contoso.com');
    add(name, 'first photo, cold', cold.milliseconds);
    const script = await cold.frame.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, initiatorType }) => initiatorType === 'script' && !/office-js|host\//.test(name))
        .map(({ name }) => new URL(name).pathname.slice(1)),
    );
    if (run === 0) results[name].scripts = script;
    await cold.frame.evaluate(() => new Promise((go) => setTimeout(go, 1500)));
    await cold.page.close();
    const second = await open('megan@contoso.com');
    await second.page.close();
    await clear();
    const third = await open('megan@contoso.com');
    add(name, 'third load of a known person', third.milliseconds);
    add(name, 'requests before it', (await asked()).length);

    const { page, frame } = third;
    const switchTo = async (item) => {
      const before = await frame.evaluate(() => shown());
      const face = frame.evaluate((src) => nextFace(src), before);
      const start = await page.evaluate((id) => {
        const row = document.querySelector(`[data-item="${id}"]`);
        const now = performance.timeOrigin + performance.now();
        row.click();
        return now;
      }, item);
      return (await face) - start;
    };
    const rest = () => page.evaluate(() => new Promise((go) => setTimeout(go, 400)));
    const people = Array.from({ length: 8 }, (_none, index) => `colleague${101 + index + run * 10}@contoso.com`);
    await rest();
    await switchTo('diego@contoso.com');
    await rest();
    for (const kind of ['new', 'known']) {
      await clear();
      const times = [];
      for (const one of people) {
        times.push(await switchTo(one));
        await rest();
      }
      add(name, `${kind} person after a switch`, median(times));
      add(name, `requests for a ${kind} person`, (await asked()).length / people.length);
    }

    const before = await renderers(browser);
    for (let number = 101; number <= 300; number++) await switchTo(`colleague${number}@contoso.com`);
    await rest();
    add(name, 'renderer growth after 200 people, MB', (await renderers(browser)) - before);
    await browser.close();
  }
}
for (const sandbox of Object.values(sandboxes)) sandbox.close();

const { scripts } = results.ours;
console.log(`scripts before the first photo: ${scripts.join(', ')}`);
console.log(`medians of ${runs}; milliseconds unless told otherwise\n`);
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
line('', 'ours', 'toolkit', 'plain', 'ours / toolkit', 'ours / plain');
line('---', '---', '---', '---', '---', '---');
for (const what of Object.keys(results.ours).filter((one) => one !== 'scripts')) {
  const [ours, toolkit, plain] = Object.keys(peers).map((name) => median(results[name][what]));
  const show = (value) => (value >= 10 ? Math.round(value) : Number(value.toFixed(2)));
  line(what, show(ours), show(toolkit), show(plain), (ours / toolkit).toFixed(2), (ours / plain).toFixed(2));
}
