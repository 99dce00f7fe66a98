import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Themed } from './App';
import { Calm } from './Calm';
import type { Services } from './services';
import { StartProblem } from './StartProblem';
import { loadWords, type WordKey, type Words } from './words';

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
  const browsers = loadWords(navigator.language);

  const draw = async (loading: Promise<Words>, content: (words: Words) => ReactNode): Promise<void> => {
    const words = await loading;
    document.documentElement.lang = words.language;
    root.render(content(words));
  };

  return {
    show(services) {
      void draw(loadWords(services.mailbox.language), (words) => <App services={services} words={words} />);
    },
    fail(error) {
      void draw(browsers, (words) => (
        <Themed brightness={null}>
          <StartProblem error={error} words={words} />
        </Themed>
      ));
    },
    say(title, next) {
      void draw(browsers, (words) => (
        <Themed brightness={null}>
          <Calm icon={null} title={words(title)} next={words(next)} />
        </Themed>
      ));
    },
  };
}
