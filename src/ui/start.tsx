import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { openChoices } from './choices/choices';
import { requestFirstFaces } from './firstFaces';
import { firstFaceShown } from './parts/firstFaceShown';
import { StartProblem } from './parts/StartProblem';
import { Themed } from './parts/Themed';
import { PaneReload } from './reload/paneReload';
import type { Services } from './services';
import { languageTag, loadTexts, type Texts } from './texts/texts';

export interface Pane {
  show(services: Services): void;
  /** Resolves when the first face is drawn, when it is known to be missing, or after a second. */
  readonly firstFaceShown: Promise<unknown>;
  /** Shows why the pane cannot start. */
  fail(error: unknown): void;
}

/** Renders the pane into an element. Texts are in the chosen language, else in the browser's until Outlook's is known. */
export function openPane(element: HTMLElement): Pane {
  const root = createRoot(element);
  const choices = openChoices();
  const loadChosen = (otherwise: string): Promise<Texts> =>
    loadTexts(languageTag(choices.value.language, [otherwise, ...navigator.languages]));
  const browserTexts = loadChosen(navigator.language);
  const reload = new PaneReload();

  const draw = (texts: Texts, content: ReactNode): void => {
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
    root.render(
      <>
        {/* For screen readers only: Outlook draws the add-in's name above the pane. */}
        <h1 className="hidden">{texts('app.name')}</h1>
        {content}
      </>,
    );
  };

  return {
    firstFaceShown,
    show(services) {
      requestFirstFaces(services);
      const drawInLanguage = async (): Promise<void> => {
        const { language } = choices.value;
        const [texts] = await Promise.all([loadChosen(services.mailbox.language), reload.ready]);
        // Another language was chosen while this one was loading.
        if (choices.value.language !== language) return;
        draw(texts, <App services={services} texts={texts} choices={choices} reload={reload} />);
      };
      void drawInLanguage();
      choices.subscribe(() => void drawInLanguage());
    },
    fail(error) {
      void browserTexts.then((texts) =>
        draw(
          texts,
          <Themed brightness={choices.value.theme}>
            <StartProblem error={error} texts={texts} />
          </Themed>,
        ),
      );
    },
  };
}
