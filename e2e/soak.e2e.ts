import { people } from './support/people';
import type { CDPSession, Frame } from '@playwright/test';
import { expect, test } from './support/story';

/** What the service does to people's patience, some of it at a time. */
const faults = [
  [],
  [{ effect: { kind: 'status', status: 500 }, times: 30 }],
  [{ effect: { kind: 'status', status: 429, headers: { 'retry-after': '0.1' } }, times: 30 }],
  [{ effect: { kind: 'drop' }, times: 15 }],
  [{ effect: { kind: 'truncate' }, times: 15 }],
  [{ effect: { kind: 'status', status: 403 }, times: 30 }],
  [{ effect: { kind: 'slow', milliseconds: 120 }, times: 30 }],
];

const rounds = 10;
const switches = 200;

/** The same numbers at every run. */
function* numbers(): Generator<number, never> {
  let state = 2026;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

/** What lives in the window and the pane, after the garbage is gone. */
async function living(session: CDPSession, frame: Frame) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  const addresses = await frame.evaluate(() => (globalThis as unknown as { addresses: Set<string> }).addresses.size);
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), addresses };
}

test('two thousand switches with random faults: neither memory nor listeners grow, and the right face is shown at the end', async ({
  outlook,
  control,
  page,
  context,
}) => {
  test.setTimeout(240_000);
  // Object URLs that were made and not given back.
  await context.addInitScript(() => {
    const addresses = new Set<string>();
    Object.assign(globalThis, { addresses });
    const make = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (source) => {
      const address = make(source);
      addresses.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      addresses.delete(address);
      revoke(address);
    };
  });
  await outlook.open('?crowd=on');
  await outlook.expectFace(people.megan);
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('The window has no pane');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const random = numbers();
  const next = (count: number): number => random.next().value % count;

  const sizes: Awaited<ReturnType<typeof living>>[] = [];
  for (let round = 0; round < rounds; round++) {
    await control.patch({ faults: faults[next(faults.length)] });
    for (let leap = 0; leap < switches / 20; leap++) {
      const people = Array.from({ length: 20 }, () => String(next(120) + 1).padStart(3, '0'));
      await page.evaluate(async (all) => {
        for (const number of all) {
          document.querySelector<HTMLElement>(`[data-item="colleague${number}@contoso.com"]`)?.click();
          await new Promise(requestAnimationFrame);
        }
      }, people);
      // The last of them is rested on, until there is a face or a reason.
      await frame.waitForFunction(
        (name) => {
          const card = document.querySelector('section');
          const isHers = card?.querySelector('h2')?.textContent === name;
          return isHers && !card.textContent.includes('Looking for the photo');
        },
        `Colleague ${people.at(-1)}`,
      );
    }
    sizes.push(await living(session, frame));
  }

  await control.patch({ faults: [] });
  const log = await control.log();
  expect(log.length).toBeGreaterThan(rounds);
  expect(Math.max(...log.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
  await outlook.select(people.megan.address);
  await outlook.expectFace(people.megan);

  // By the middle everybody has been seen; from then on nothing grows.
  const [middle, end] = [sizes[rounds / 2 - 1], sizes[rounds - 1]];
  if (!middle || !end) throw new Error('There is nothing to compare');
  const growth = {
    heap: end.heap / middle.heap < 1.15,
    nodes: end.nodes - middle.nodes < 100,
    listeners: end.listeners - middle.listeners < 50,
    addresses: end.addresses <= 70,
  };
  expect({ ...growth, sizes }).toEqual({ heap: true, nodes: true, listeners: true, addresses: true, sizes });
});
