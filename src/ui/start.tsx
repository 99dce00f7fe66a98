import { createRoot } from 'react-dom/client';
import { App, Themed } from './App';
import { Calm } from './Calm';
import type { Services } from './services';
import { StartProblem } from './StartProblem';
import { wordsIn, type WordKey } from './words';

export interface Pane {
  show(services: Services): void;
  /** Why the pane cannot start. */
  fail(error: Error): void;
  /** A state in words, as the sign-in page shows it. */
  say(title: WordKey, next: WordKey): void;
}

/** Takes over the page's element for the pane. Texts are in the browser's language until Outlook tells its own. */
export function openPane(element: HTMLElement): Pane {
  const root = createRoot(element);
  const words = wordsIn(navigator.language);
  return {
    show(services) {
      const own = wordsIn(services.mailbox.language);
      document.documentElement.lang = own.language;
      root.render(<App services={services} words={own} />);
    },
    fail(error) {
      document.documentElement.lang = words.language;
      root.render(
        <Themed brightness={null}>
          <StartProblem error={error} words={words} />
        </Themed>,
      );
    },
    say(title, next) {
      document.documentElement.lang = words.language;
      root.render(
        <Themed brightness={null}>
          <Calm icon={null} title={words(title)} next={words(next)} />
        </Themed>,
      );
    },
  };
}
