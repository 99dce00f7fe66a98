/** In the session storage: it is about this tab, and the page is left for the sign-in. */
const key = 'run-after-sign-in';

/** The run with this id is opened and started once the page is back from the sign-in. */
export function keepRunToStart(id: string): void {
  sessionStorage.setItem(key, id);
}

/** The run to open and start, once; null where there is none. */
export function takeRunToStart(): string | null {
  const id = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return id;
}
