import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePageTexts } from './texts';

/** Rows that are drawn at first, and with each click more. */
const step = 100;

const useStyles = makeStyles({ root: { margin: 0, padding: 0, listStyle: 'none' } });

interface MoreRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly label: string;
  /** Draws a list item. */
  readonly draw: (row: Row) => ReactNode;
}

/** A list of which the first hundred rows are drawn, and a button for more. */
export function MoreRows<Row>({ rows, label, draw }: MoreRowsProps<Row>) {
  const styles = useStyles();
  const texts = usePageTexts();
  const [shown, setShown] = useState(step);
  const left = rows.length - shown;
  return (
    <>
      <ul className={styles.root} aria-label={label}>
        {rows.slice(0, shown).map(draw)}
      </ul>
      {left > 0 && (
        <div>
          <Button onClick={() => setShown(shown + step)}>{texts('screen.more', { left: texts.number(left) })}</Button>
        </div>
      )}
    </>
  );
}
