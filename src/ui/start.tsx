import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { requestFirstFaces } from './firstFaces';
import { firstFaceShown } from './parts/firstFaceShown';
import { StartProblem } from './parts/StartProblem';
import { Themed } from './parts/Themed';
import { PaneReload } from './reload/paneReload';
import type { Services } from './services';
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
  const reload = new PaneReload();

  const draw = async (loading: Promise<Texts>, content: (texts: Texts) => ReactNode): Promise<void> => {
    const texts = await loading;
    document.documentElement.lang = texts.language;
    root.render(content(texts));
  };

  return {
    firstFaceShown,
    show(services) {
      requestFirstFaces(services);
      const loading = loadTexts(services.mailbox.language);
      void draw(
        reload.ready.then(() => loading),
        (texts) => <App services={services} texts={texts} reload={reload} />,
      );
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
