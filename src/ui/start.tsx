import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Themed } from './App';
import { Calm } from './Calm';
import { firstFace } from './later';
import { firstFaceOf } from './peopleBehind';
import { cardFace } from './PersonCard';
import { devicePixels, ownerOf, type Services } from './services';
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
      lookAhead(services);
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

/** The first face is looked for before the screen is drawn, so that both take their time side by side. */
function lookAhead({ mailbox, portraits }: Services): void {
  const person = firstFaceOf(mailbox.selection.value);
  if (!person) return;
  const owner = ownerOf(person, mailbox.me.value);
  const leave = portraits.of(owner, devicePixels(cardFace)).subscribe(() => undefined);
  // The screen has looked by then.
  void firstFace.then(leave);
}
