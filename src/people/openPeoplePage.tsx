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
import { createPageTexts, PageTextsContext, usePageTexts } from './texts';

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
  const texts = createPageTexts(language ?? navigator.language);
  const root = createRoot(element);
  document.documentElement.lang = texts.language;
  document.documentElement.dir = 'ltr';
  document.title = `${texts('page.title')} - ${texts('page.app')}`;
  const draw = (content: ReactNode): void =>
    root.render(
      <Themed brightness={theme}>
        <FluentRoot>
          <PageTextsContext value={texts}>{content}</PageTextsContext>
        </FluentRoot>
      </Themed>,
    );
  const notice = (title: string, text: string): void =>
    draw(
      <PageFrame username={null} onOtherAccount={() => undefined}>
        <Notice title={title} text={text} />
      </PageFrame>,
    );
  return {
    show: (services) =>
      draw(
        <PageServicesContext value={services}>
          <Page />
        </PageServicesContext>,
      ),
    showNotGraph: () => notice(texts('start.notGraph'), texts('start.notGraphNext')),
    fail(error) {
      if (error instanceof ConfigError) notice(texts('start.config'), texts('start.configNext', { key: error.key }));
      else notice(texts('start.failed'), texts('start.failedNext'));
    },
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
