import type { CDPSession, Frame, Page } from '@playwright/test';
import { people } from './support/people';
import { expect, test } from './support/story';

/** Faults of the service, one row in each round. */
const faultRows = [
  [],
  [{ effect: { kind: 'status', status: 500 }, times: 30 }],
  [{ effect: { kind: 'status', status: 429, headers: { 'retry-after': '0.1' } }, times: 30 }],
  [{ effect: { kind: 'drop' }, times: 15 }],
  [{ effect: { kind: 'truncate' }, times: 15 }],
  [{ effect: { kind: 'status', status: 403 }, times: 30 }],
  [{ effect: { kind: 'slow', milliseconds: 120 }, times: 30 }],
];

const rounds = 10;
const burstsPerRound = 10;
/** Selections in a burst, two in each frame. */
const burst = 20;
const colleagues = 120;

/** Returns whole numbers below `count`, the same at every run. */
function createRandom(): (count: number) => number {
  let state = 2026;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % count;
  };
}

/** What the window and the pane hold after a garbage collection. */
interface Usage {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Object URLs that were created and not revoked. */
  readonly objectUrls: number;
}

async function measureUsage(session: CDPSession, frame: Frame): Promise<Usage> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  const objectUrls = await frame.evaluate(() => (window as unknown as { objectUrls: Set<string> }).objectUrls.size);
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners'), objectUrls };
}

/** Keeps the object URLs that are in use. Runs in the page. */
function recordObjectUrls(): void {
  const objectUrls = new Set<string>();
  Object.assign(window, { objectUrls });
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    revoke(url);
  };
}

/** Selects messages one after another, two in each frame. */
async function selectInBurst(page: Page, items: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    for (const [index, item] of all.entries()) {
      document.querySelector<HTMLElement>(`[data-item="${item}"]`)?.click();
      if (index % 2 === 1) await new Promise(requestAnimationFrame);
    }
  }, items);
}

/** Waits until the pane shows a face or a reason for this person. */
async function waitForPortrait(frame: Frame, name: string): Promise<void> {
  await frame.waitForFunction((expected) => {
    const card = document.querySelector('section');
    const isExpected = card?.querySelector('h2')?.textContent === expected;
    return isExpected && !card.textContent.includes('Looking for the photo');
  }, name);
}

/** Each is true when it has not grown between the two measurements. */
function stability(middle: Usage, end: Usage): Readonly<Record<keyof Usage, boolean>> {
  return {
    heap: end.heap / middle.heap < 1.05,
    nodes: end.nodes - middle.nodes < 100,
    listeners: end.listeners - middle.listeners < 50,
    objectUrls: end.objectUrls <= 70,
  };
}

test('two thousand switches with random faults: neither memory nor listeners grow, and the right face is shown at the end', async ({
  outlook,
  control,
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await context.addInitScript(recordObjectUrls);
  await outlook.open('?crowd=on');
  await outlook.expectFace(people.megan);
  const frame = outlook.paneFrame();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const random = createRandom();

  const usages: Usage[] = [];
  for (let round = 0; round < rounds; round++) {
    await control.patch({ faults: faultRows[random(faultRows.length)] });
    for (let count = 0; count < burstsPerRound; count++) {
      const numbers = Array.from({ length: burst }, () => String(random(colleagues) + 1).padStart(3, '0'));
      await selectInBurst(
        page,
        numbers.map((number) => `colleague${number}@contoso.com`),
      );
      await waitForPortrait(frame, `Colleague ${numbers.at(-1)}`);
    }
    usages.push(await measureUsage(session, frame));
  }

  await control.patch({ faults: [] });
  const log = await control.log();
  expect(log.length).toBeGreaterThan(rounds);
  expect(Math.max(...log.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
  await outlook.select(people.megan.address);
  await outlook.expectFace(people.megan);

  // By the middle every colleague has been selected; from then on nothing grows.
  const [middle, end] = [usages[rounds / 2 - 1], usages[rounds - 1]];
  if (!middle || !end) throw new Error('There is nothing to compare');
  const stable = { heap: true, nodes: true, listeners: true, objectUrls: true };
  expect({ ...stability(middle, end), usages }).toEqual({ ...stable, usages });
});
