import { render, type ComponentChild } from 'preact';

/** As React's function of this name: `render` draws into the element, in place of what the page had there. */
export function createRoot(element: HTMLElement): { render(content: ComponentChild): void } {
  let isFirst = true;
  return {
    render(content) {
      if (isFirst) element.replaceChildren();
      isFirst = false;
      render(content, element);
    },
  };
}
