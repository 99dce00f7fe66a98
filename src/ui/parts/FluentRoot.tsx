import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { createContext, useContext, type PropsWithChildren } from 'react';

const useStyles = makeStyles({
  // What is around it has the page's background, or that of a card under the pointer.
  root: { backgroundColor: 'transparent' },
});

/** Empty, since the build writes the colors of both themes to the style sheet. */
const noTheme = {};

const InsideContext = createContext(false);

/** What Fluent's components need around them, once. */
export default function FluentRoot({ children }: PropsWithChildren) {
  const styles = useStyles();
  const isInside = useContext(InsideContext);
  if (isInside) return <>{children}</>;
  return (
    <InsideContext value={true}>
      <FluentProvider theme={noTheme} className={styles.root}>
        {children}
      </FluentProvider>
    </InsideContext>
  );
}
