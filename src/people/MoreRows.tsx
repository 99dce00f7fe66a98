import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePageTexts } from './texts';

/** Rows that are drawn at first, and with each click more. */
const step = 100;

interface MoreRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly label: string;
  readonly className: string;
  /** Draws a list item. */
  readonly draw: (row: Row) => ReactNode;
}

/** A list of which the first hundred rows are drawn, and a button for more. */
export function MoreRows<Row>({ rows, label, className, draw }: MoreRowsProps<Row>) {
  const texts = usePageTexts();
  const [shown, setShown] = useState(step);
  const left = rows.length - shown;
  return (
    <>
      <ul className={className} aria-label={label}>
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
