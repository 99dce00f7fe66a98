import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { Overview } from '../directory';
import { usePageTexts, type PageTexts } from './texts';

const useStyles = makeStyles({
  root: { maxWidth: '480px', minHeight: '30px', color: tokens.colorNeutralForeground2 },
  text: { fontVariantNumeric: 'tabular-nums' },
});

/** How much of the list is read, with an exact count, and until when the service asks for a pause. */
export function ReadingProgress({ overview }: { overview: Overview }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { people, read, isListed, lacksGroups, pausedUntil } = overview;
  const isDone = isListed && read === people.length;
  const text = progressText(overview, texts);
  return (
    <div className={styles.root}>
      <div className={styles.text}>{text}</div>
      {!isDone && (
        <ProgressBar
          thickness="medium"
          aria-label={text}
          {...(people.length > 0 && { value: read, max: people.length })}
        />
      )}
      {lacksGroups && <div>{texts('read.noGroups')}</div>}
      {/* Announced once each: the count changes ten times a second. */}
      <div role="status">{pausedUntil !== null && texts('read.paused', { time: texts.time(pausedUntil) })}</div>
      <div role="status" className="hidden">
        {isDone && text}
      </div>
    </div>
  );
}

function progressText({ people, read, isListed }: Overview, texts: PageTexts): string {
  const count = people.length;
  const all = texts.number(count);
  if (isListed && read === count) {
    const groups = people.filter(({ kind }) => kind === 'group').length;
    if (groups === 0) return texts('read.all', { count, all });
    const others = { people: texts.number(count - groups), groups: texts.number(groups) };
    return texts('read.withGroups', { ...others, count: groups });
  }
  if (count === 0) return texts('read.list');
  return texts(isListed ? 'read.some' : 'read.someMore', { read: texts.number(read), all });
}
