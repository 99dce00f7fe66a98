/** A value that changes over time. `subscribe` does not emit the current value: read `value` for it. */
export interface Observable<T> {
  readonly value: T;
  /** Calls `listener` after every change; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** An observable whose owner can set it. */
export interface WritableObservable<T> extends Observable<T> {
  set(value: T): void;
}

/** Makes a value observable. Setting an identical value (`Object.is`) emits nothing. */
export function observable<T>(initial: T): WritableObservable<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return current;
    },
    set(value) {
      if (Object.is(current, value)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const entry = (): void => listener();
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
