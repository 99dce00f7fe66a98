import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { firstFaceOf, onlyRecipientOf } from './message/senders';
import { firstFaceShown } from './parts/firstFace';
import { StartProblem } from './parts/StartProblem';
import { Themed } from './parts/Themed';
import { cardFace } from './person/PersonCard';
import { rowFace } from './person/PersonRow';
import { devicePixels, type Services } from './services';
import { loadTexts, type Texts } from './texts/texts';

export interface Pane {
  show(services: Services): void;
  /** Resolves when the first face is drawn, when it is known to be missing, or after a second. */
  readonly firstFaceShown: Promise<unknown>;
  /** Shows why the pane cannot start. */
  fail(error: unknown): void;
}

/** Renders the pane into an element. Texts are in the browser's language until Outlook's is known. */
export function openPane(element: HTMLElement): Pane {
  const root = createRoot(element);
  const browserTexts = loadTexts(navigator.language);

  const draw = async (loading: Promise<Texts>, content: (texts: Texts) => ReactNode): Promise<void> => {
    const texts = await loading;
    document.documentElement.lang = texts.language;
    root.render(content(texts));
  };

  return {
    firstFaceShown,
    show(services) {
      requestFirstFaces(services);
      void draw(loadTexts(services.mailbox.language), (texts) => <App services={services} texts={texts} />);
    },
    fail(error) {
      void draw(browserTexts, (texts) => (
        <Themed brightness={null}>
          <StartProblem error={error} texts={texts} />
        </Themed>
      ));
    },
  };
}

/** This many rows of the list are requested together with the first face. */
const firstRows = 12;

/** Requests the first faces before the screen is drawn, so that both happen side by side. */
function requestFirstFaces({ mailbox, library }: Services): void {
  const selection = mailbox.selection.value;
  const pixels = (drawn: number): number => devicePixels(drawn, window.devicePixelRatio);
  const recipients = 'recipients' in selection ? selection.recipients.filter(({ isList }) => !isList) : [];
  const large = [firstFaceOf(selection), onlyRecipientOf(selection, mailbox.me.value?.address ?? '')];
  const releases = [
    library.want(
      large.filter((one) => one !== null),
      { pixels: pixels(cardFace), withMetadata: true },
    ),
    library.want(recipients.slice(0, firstRows), { pixels: pixels(rowFace), withMetadata: false }),
  ];
  // By then the screen wants them itself.
  void firstFaceShown.then(() => releases.forEach((release) => release()));
}
