import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import type { ConsentResult } from '../../auth';
import { readChoices } from '../choices';
import { EmptyState } from '../parts/EmptyState';
import { StartProblem } from '../parts/StartProblem';
import { Themed } from '../parts/Themed';
import { languageTag, loadLaterTexts, loadTexts, type PlainTextKey, type Texts } from '../texts/texts';

/** What the sign-in page shows. */
export interface SignInPageView {
  show(title: PlainTextKey, next: PlainTextKey): void;
  /** Shows what came of the admin consent page, which is at `consentUrl`. */
  showConsent(result: ConsentResult, consentUrl: string): Promise<void>;
  /** Shows why sign-in cannot start. */
  fail(error: unknown): void;
}

/** Renders the sign-in page into an element, in the chosen language and theme, else in those of the browser. */
export function openSignInPage(element: HTMLElement): SignInPageView {
  const root = createRoot(element);
  const { theme, language } = readChoices();
  const loading = loadTexts(languageTag(language, [navigator.language, ...navigator.languages]));
  const draw = async (content: (texts: Texts) => ReactNode): Promise<void> => {
    const texts = await loading;
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
    root.render(<Themed brightness={theme}>{content(texts)}</Themed>);
  };
  return {
    show: (title, next) => void draw((texts) => <EmptyState icon={null} title={texts(title)} next={texts(next)} />),
    async showConsent(result, consentUrl) {
      // Lazy-loaded: most people only sign in.
      const [{ ConsentResultView }] = await Promise.all([
        import(/* webpackChunkName: "consent" */ './ConsentResultView'),
        loadLaterTexts(),
      ]);
      await draw((texts) => <ConsentResultView result={result} consentUrl={consentUrl} texts={texts} />);
    },
    fail: (error) => void draw((texts) => <StartProblem error={error} texts={texts} />),
  };
}
