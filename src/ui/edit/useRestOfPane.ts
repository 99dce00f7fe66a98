import { useLayoutEffect, type RefObject } from 'react';

/** Makes an element at least as high as what the tabs leave of the pane, also where their height changes. */
export function useRestOfPane(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const fit = (): void => {
      const element = root.current;
      if (!element) return;
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('min-height', `calc(100vh - ${top}px)`);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [root]);
}
