import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';

// What the screens import as "react" (webpack.config.js). Fluent takes preact/compat instead, which is loaded after the
// first face; the contexts and hooks are the same ones.

export { createContext, Fragment } from 'preact';
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';

/** The value that `read` returns; the component is drawn again when it has changed. As React's hook of this name. */
export function useSyncExternalStore<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const value = read();
  const drawn = useRef({ value, read });
  const drawWhereChanged = useRef((): void => {
    if (!Object.is(drawn.current.read(), drawn.current.value)) draw(undefined);
  });
  useLayoutEffect(() => {
    drawn.current = { value, read };
    drawWhereChanged.current();
  }, [value, read]);
  useEffect(() => {
    // It may have changed between the drawing and now.
    drawWhereChanged.current();
    return subscribe(drawWhereChanged.current);
  }, [subscribe]);
  return value;
}
