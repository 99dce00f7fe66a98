import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { createContext, useContext, type PropsWithChildren } from 'react';

const useStyles = makeStyles({
  // What is around it has the page's background, or that of a card under the pointer.
  // Fluent aligns to the left, whatever the direction that it is given.
  root: { backgroundColor: 'transparent', textAlign: 'start' },
});

/** Empty, since the build writes the colors of both themes to the style sheet. */
const noTheme = {};

const InsideContext = createContext(false);

/** What Fluent's components need around them, once. */
export default function FluentRoot({ children }: PropsWithChildren) {
  const styles = useStyles();
  // That of the page, which is set before the first drawing in a language.
  const direction = document.dir === 'rtl' ? 'rtl' : 'ltr';
  const isInside = useContext(InsideContext);
  if (isInside) return <>{children}</>;
  return (
    <InsideContext value={true}>
      <FluentProvider theme={noTheme} dir={direction} className={styles.root}>
        {children}
      </FluentProvider>
    </InsideContext>
  );
}
