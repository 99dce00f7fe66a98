import { createContext, useContext } from 'react';
import type { GivenState, TakenState } from './keptState';
import { storageKey } from './storageKey';

type Part = () => Partial<GivenState> | null;

/** Loads the code that stores the state: after the first face, since it may be replaced when it is needed. */
export function loadStoredState() {
  return import(/* webpackChunkName: "stored-state" */ './storedState');
}

/** Reloads the pane and keeps what it shows. */
export class PaneReload {
  readonly #parts = new Set<Part>();
  #kept: TakenState | null = null;

  /** What the pane showed before; null until `ready`, and after any other start. */
  get kept(): TakenState | null {
    return this.#kept;
  }

  /** Resolves when `kept` is read. */
  readonly ready: Promise<void> = this.#take();

  /** Adds a part of what is kept, read at the moment of the reload; returns a function that removes it. */
  keep(part: Part): () => void {
    this.#parts.add(part);
    return () => void this.#parts.delete(part);
  }

  /** Stores what the pane shows and reloads it. Where that is not possible the pane starts as new. */
  async run(): Promise<void> {
    let given: GivenState = { screen: 'message', found: null, picture: null, file: null };
    for (const part of this.#parts) given = { ...given, ...part() };
    await loadStoredState()
      .then(({ storeState }) => storeState(given))
      .catch(() => undefined);
    location.reload();
  }

  async #take(): Promise<void> {
    try {
      if (sessionStorage.getItem(storageKey) !== null) this.#kept = (await loadStoredState()).takeState();
    } catch {
      this.#kept = null;
    }
  }
}

export const PaneReloadContext = createContext<PaneReload | null>(null);

export function usePaneReload(): PaneReload {
  const reload = useContext(PaneReloadContext);
  if (!reload) throw new Error('No PaneReloadContext around this component');
  return reload;
}
