import { Caption1Strong, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { whenIdle } from '../../base';
import type { Part, Person, Recipient } from '../../mailbox';
import { ListRow, PersonRow, rowFace } from '../person/PersonRow';
import { ownerOf, useDevicePixels, useObservable, useServices, useWords } from '../services';

const useStyles = makeStyles({
  section: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}` },
  heading: { margin: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  // No layout and no paint for rows outside the view.
  row: { contentVisibility: 'auto', containIntrinsicSize: 'auto 52px' },
});

const parts: readonly Part[] = ['from', 'to', 'cc', 'bcc', 'required', 'optional'];

/** Rows that are drawn at once; more would block the page noticeably. */
const rowsAtOnce = 12;

/** The next rows are drawn after this time even if the page is busy. Milliseconds. */
const rowsTimeout = 500;

interface PeopleListProps {
  readonly recipients: readonly Recipient[];
  readonly onDetails: (person: Person) => void;
}

/** The people of an item, in one section for each part such as To or Cc. */
export function PeopleList({ recipients, onDetails }: PeopleListProps) {
  const styles = useStyles();
  const words = useWords();
  useAllPictures(recipients);
  const drawn = useGradually(recipients);
  return (
    <>
      {parts.map((part) => {
        const all = recipients.filter((one) => one.part === part);
        if (all.length === 0) return null;
        return (
          <section key={part} className={styles.section} aria-label={words(`part.${part}`)}>
            <Caption1Strong as="h3" block className={styles.heading}>
              {all.length === 1
                ? words(`part.${part}`)
                : words('part.many', { part: words(`part.${part}`), count: all.length })}
            </Caption1Strong>
            <ul className={styles.list}>
              {all
                .filter((one) => drawn.has(one))
                .map((one) => (
                  <li key={keyOf(one)} className={styles.row}>
                    {one.isList ? (
                      <ListRow list={one} onDetails={onDetails} />
                    ) : (
                      <PersonRow person={one} onDetails={onDetails} />
                    )}
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** Requests all photos of the list together, from the top, also those of rows that are not drawn yet. */
function useAllPictures(recipients: readonly Recipient[]): void {
  const { mailbox, portraits } = useServices();
  // Only the address: other changes of `me` must not repeat the requests.
  const mine = useObservable(mailbox.me)?.address ?? null;
  const pixels = useDevicePixels(rowFace);
  // Before the paint, together with the large face, so that both can be one request.
  const looks = useRef<readonly (() => void)[]>([]);
  useLayoutEffect(() => {
    const before = looks.current;
    looks.current = recipients
      .filter(({ isList }) => !isList)
      .map((one) => portraits.pictureOf(ownerOf(one, mine), pixels).subscribe(() => undefined));
    // After the new subscriptions, so that people who stay in the list are not requested twice.
    before.forEach((leave) => leave());
  }, [recipients, portraits, mine, pixels]);
  useLayoutEffect(() => () => looks.current.forEach((leave) => leave()), []);
}

/** The recipients to draw: the first rows at once, the others while the page is idle. A row that was drawn stays. */
function useGradually(recipients: readonly Recipient[]): ReadonlySet<Recipient> {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const now = recipients.filter((one, index) => index < rowsAtOnce || drawn.has(keyOf(one)));
  const isComplete = now.length === recipients.length;
  useEffect(() => {
    if (isComplete) return;
    const next = recipients.filter((one) => !now.includes(one)).slice(0, rowsAtOnce);
    return whenIdle(() => setDrawn(new Set([...now, ...next].map(keyOf))), rowsTimeout);
  });
  return new Set(now);
}

function keyOf({ address, name }: Person): string {
  return address || name;
}
