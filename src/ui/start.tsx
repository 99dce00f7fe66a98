import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, Themed } from './App';
import { Calm } from './Calm';
import { firstFace } from './later';
import { firstFaceOf } from './peopleBehind';
import { cardFace } from './PersonCard';
import { rowFace } from './PersonRow';
import { devicePixels, ownerOf, type Services } from './services';
import { StartProblem } from './StartProblem';
import { loadWords, type WordKey, type Words } from './words';

export interface Pane {
  show(services: Services): void;
  /** Settles once the first face is there, or is known not to come, or is late. */
  readonly firstFace: Promise<unknown>;
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
    firstFace,
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

/** As many of the list as are looked for together with the first face. */
const firstRows = 12;

/** The first faces are looked for before the screen is drawn, so that both take their time side by side. */
function lookAhead({ mailbox, library }: Services): void {
  const selection = mailbox.selection.value;
  const mine = mailbox.me.value?.address ?? null;
  const pixels = (drawn: number): number => devicePixels(drawn, window.devicePixelRatio);
  const first = firstFaceOf(selection);
  const rows = 'recipients' in selection ? selection.recipients.filter(({ isList }) => !isList) : [];
  const releases = [
    ...(first ? [library.want([ownerOf(first, mine)], { pixels: pixels(cardFace), withMetadata: true })] : []),
    library.want(
      rows.slice(0, firstRows).map((one) => ownerOf(one, mine)),
      { pixels: pixels(rowFace), withMetadata: false },
    ),
  ];
  // The screen wants them itself by then.
  void firstFace.then(() => releases.forEach((release) => release()));
}
