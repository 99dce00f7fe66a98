import { createRoot } from 'react-dom/client';
import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ConfigError } from '../config';
import { FluentRoot, readChoices, Themed, useObservable } from '../ui/page';
import { Notice } from './Notice';
import { PageFrame } from './PageFrame';
import { PeopleScreens } from './PeopleScreens';
import { PageServicesContext, usePageServices, type PageServices } from './services';
import { StartScreen } from './StartScreen';
import { loadPageTexts, PageTextsContext, usePageTexts, type PageTexts } from './texts';

/** The administrators' page. */
export interface PeoplePage {
  show(services: PageServices): void;
  /** The service that the add-in is set up for cannot list people. */
  showNotGraph(): void;
  /** Shows why the page cannot start. */
  fail(error: unknown): void;
}

/** Renders the page into an element, in the chosen language and theme, else in those of the browser. */
export function openPeoplePage(element: HTMLElement): PeoplePage {
  const { theme, language } = readChoices();
  // Beside the sign-in, which is loaded in the meantime.
  const loading = loadPageTexts(language ?? navigator.language);
  const root = createRoot(element);
  const draw = async (contentIn: (texts: PageTexts) => ReactNode): Promise<void> => {
    const texts = await loading;
    document.documentElement.lang = texts.language;
    document.documentElement.dir = 'ltr';
    document.title = `${texts('page.title')} - ${texts('page.app')}`;
    root.render(
      <Themed brightness={theme}>
        <FluentRoot>
          <PageTextsContext value={texts}>{contentIn(texts)}</PageTextsContext>
        </FluentRoot>
      </Themed>,
    );
  };
  const notice = (contentIn: (texts: PageTexts) => { readonly title: string; readonly text: string }): void =>
    void draw((texts) => (
      <PageFrame username={null} onOtherAccount={() => undefined}>
        <Notice {...contentIn(texts)} />
      </PageFrame>
    ));
  return {
    show: (services) =>
      void draw(() => (
        <PageServicesContext value={services}>
          <Page />
        </PageServicesContext>
      )),
    showNotGraph: () => notice((texts) => ({ title: texts('start.notGraph'), text: texts('start.notGraphNext') })),
    fail: (error) =>
      notice((texts) =>
        error instanceof ConfigError
          ? { title: texts('start.config'), text: texts('start.configNext', { key: error.key }) }
          : { title: texts('start.failed'), text: texts('start.failedNext') },
      ),
  };
}

function Page() {
  const { username, opened, signIn } = usePageServices();
  const texts = usePageTexts();
  const current = useObservable(opened);
  return (
    <PageFrame username={username} onOtherAccount={() => void signIn({ another: true }).catch(() => undefined)}>
      {current ? (
        <PeopleScreens key={current.number} opened={current} />
      ) : username === null ? (
        <StartScreen />
      ) : (
        <Spinner label={texts('read.list')} />
      )}
    </PageFrame>
  );
}
