import { useSyncExternalStore } from 'react';
import type { Brightness } from '../../mailbox';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** The color scheme that the system or the browser prefers; updated when it changes. */
export function useSystemBrightness(): Brightness {
  return useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
}
