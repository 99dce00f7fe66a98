import type { Frame } from '@playwright/test';
import type { Effect } from '../../sandbox/service/state';
import { setHostLink, undisturbed } from './hostLink';
import type { Outlook } from './outlook';
import { choose, createRandom, type Random } from './random';

/** Something that the pane relies on, taken away and given back. */
interface Disturbance {
  readonly name: string;
  begin(outlook: Outlook): Promise<void>;
  end(outlook: Outlook): Promise<void>;
}

function ofService(name: string, effect: Effect, times?: number): Disturbance {
  return {
    name,
    begin: ({ control }) => control.patch({ faults: [{ effect, ...(times !== undefined && { times }) }] }),
    end: ({ control }) => control.patch({ faults: [] }),
  };
}

function ofHost(change: Parameters<typeof setHostLink>[1]): Disturbance {
  const [[part, state] = ['', '']] = Object.entries(change);
  const { [part as keyof typeof undisturbed]: before } = undisturbed;
  return {
    name: `${part} ${state}`,
    begin: (outlook) => setHostLink(outlook.paneFrame(), change),
    end: (outlook) => setHostLink(outlook.paneFrame(), { [part]: before }),
  };
}

const service: readonly Disturbance[] = [
  ofService('503', { kind: 'status', status: 503 }),
  ofService('500', { kind: 'status', status: 500 }),
  ofService('429', { kind: 'status', status: 429, headers: { 'retry-after': '0.4' } }, 3),
  ofService('drop', { kind: 'drop' }),
  ofService('drop answer', { kind: 'dropAnswer' }),
  ofService('truncate', { kind: 'truncate' }),
  ofService('slow', { kind: 'slow', milliseconds: 1_500 }),
  ofService('expired token', { kind: 'expired' }, 2),
  ofService('claims', { kind: 'claims' }, 1),
];

const offline: Disturbance = {
  name: 'offline',
  begin: ({ context }) => context.setOffline(true),
  end: ({ context }) => context.setOffline(false),
};

const surroundings: readonly Disturbance[] = [
  offline,
  ofHost({ bridge: 'silent' }),
  ofHost({ bridge: 'refusing' }),
  ofHost({ host: 'silent' }),
  ofHost({ host: 'late' }),
  ofHost({ storage: 'failing' }),
  { name: 'storage deleted', begin: (outlook) => deleteStorage(outlook.paneFrame()), end: () => Promise.resolve() },
];

async function deleteStorage(frame: Frame): Promise<void> {
  await frame.evaluate(() => void indexedDB.deleteDatabase('photos'));
}

/** Takes parts of the pane's world away and gives them back: one of the service and one around it at a time. */
export class Disturbances {
  /** How often each has begun. */
  readonly counts: Record<string, number> = {};
  readonly #outlook: Outlook;
  readonly #running: Promise<unknown>;
  #isOver = false;

  constructor(outlook: Outlook, seed: number) {
    this.#outlook = outlook;
    this.#running = Promise.all([
      this.#run(service, createRandom(seed)),
      this.#run(surroundings, createRandom(seed + 1)),
    ]);
  }

  /** Resolves when everything is given back. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #run(disturbances: readonly Disturbance[], random: Random): Promise<void> {
    while (!this.#isOver) {
      const one = choose(random, disturbances);
      this.counts[one.name] = (this.counts[one.name] ?? 0) + 1;
      await one.begin(this.#outlook);
      await pause(200 + random(1_500));
      await one.end(this.#outlook);
      await pause(random(800));
    }
  }
}

/** Takes away the service, the network, the host's callbacks and the storage at once. Returns what gives them back. */
export async function disturbAll(outlook: Outlook): Promise<() => Promise<void>> {
  const isPart = ({ name }: Disturbance): boolean => ['503', 'host silent', 'storage failing'].includes(name);
  // The network is the last to go and to return.
  const all = [...[...service, ...surroundings].filter(isPart), offline];
  for (const one of all) await one.begin(outlook);
  return async () => {
    for (const one of all) await one.end(outlook);
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
