import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { firstFaceOf } from './message/senders';
import { EmptyState } from './parts/EmptyState';
import { firstFaceShown } from './parts/firstFace';
import { StartProblem } from './parts/StartProblem';
import { Themed } from './parts/Themed';
import { cardFace } from './person/PersonCard';
import { rowFace } from './person/PersonRow';
import { devicePixels, ownerOf, type Services } from './services';
import { loadWords, type WordKey, type Words } from './words';

export interface Pane {
  show(services: Services): void;
  /** Resolves when the first face is drawn, when it is known to be missing, or after a second. */
  readonly firstFaceShown: Promise<unknown>;
  /** Shows why the pane cannot start. */
  fail(error: unknown): void;
  /** Shows an empty state, as the sign-in page does. */
  say(title: WordKey, next: WordKey): void;
}

/** Renders the pane into an element. Texts are in the browser's language until Outlook's is known. */
export function openPane(element: HTMLElement): Pane {
  const root = createRoot(element);
  const browserWords = loadWords(navigator.language);

  const draw = async (loading: Promise<Words>, content: (words: Words) => ReactNode): Promise<void> => {
    const words = await loading;
    document.documentElement.lang = words.language;
    root.render(content(words));
  };

  return {
    firstFaceShown,
    show(services) {
      lookAhead(services);
      void draw(loadWords(services.mailbox.language), (words) => <App services={services} words={words} />);
    },
    fail(error) {
      void draw(browserWords, (words) => (
        <Themed brightness={null}>
          <StartProblem error={error} words={words} />
        </Themed>
      ));
    },
    say(title, next) {
      void draw(browserWords, (words) => (
        <Themed brightness={null}>
          <EmptyState icon={null} title={words(title)} next={words(next)} />
        </Themed>
      ));
    },
  };
}

/** Rows of the list whose photos are requested together with the first face: those in view. */
const firstRows = 12;

/** Requests the first photos before the screen is drawn, so that both run at the same time. */
function lookAhead({ mailbox, portraits }: Services): void {
  const selection = mailbox.selection.value;
  const mine = mailbox.me.value?.address ?? null;
  const pixels = (drawn: number): number => devicePixels(drawn, window.devicePixelRatio);
  const first = firstFaceOf(selection);
  const rows = 'recipients' in selection ? selection.recipients.filter(({ isList }) => !isList) : [];
  const looks = [
    ...(first ? [portraits.of(ownerOf(first, mine), pixels(cardFace))] : []),
    ...rows.slice(0, firstRows).map((one) => portraits.pictureOf(ownerOf(one, mine), pixels(rowFace))),
  ].map((portrait) => portrait.subscribe(() => undefined));
  // The screen has subscribed by then.
  void firstFaceShown.then(() => looks.forEach((leave) => leave()));
}
