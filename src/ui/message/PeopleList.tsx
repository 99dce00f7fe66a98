import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { whenIdle } from '../../base';
import type { Part, Person, Recipient } from '../../mailbox';
import { GroupRow, ListRow, PersonRow, rowFace } from '../person/PersonRow';
import { useDevicePixels, useServices, useTexts } from '../services';

const parts: readonly Part[] = ['from', 'to', 'cc', 'bcc', 'required', 'optional'];

/** Rows that are drawn at once, with photos requested before; more would block the page noticeably. */
export const rowsAtOnce = 12;

/** The next rows are drawn after this time even if the page is busy. Milliseconds. */
const rowsTimeout = 500;

interface PeopleListProps {
  readonly recipients: readonly Recipient[];
  readonly onDetails: (person: Person) => void;
  /** Of the parts: the second level where no person's card is above them. */
  readonly heading?: 'h2' | 'h3';
}

/**
 * The people of an item, in one section for each part such as To or Cc. Not drawn again with the screen around it, which
 * changes with the sender's photo: a hundred rows would delay that face.
 */
export function PeopleList({ recipients, onDetails, heading = 'h3' }: PeopleListProps) {
  return useMemo(
    () => <Sections recipients={recipients} onDetails={onDetails} heading={heading} />,
    [recipients, onDetails, heading],
  );
}

function Sections({ recipients, onDetails, heading: Heading }: Required<PeopleListProps>) {
  const texts = useTexts();
  useAllPictures(recipients);
  const drawn = useGradually(recipients);
  return (
    <>
      {parts.map((part) => {
        const all = recipients.filter((one) => one.part === part);
        if (all.length === 0) return null;
        return (
          <section key={part} className="people" aria-label={texts(`part.${part}`)}>
            <Heading>
              {all.length === 1
                ? texts(`part.${part}`)
                : texts('part.many', { part: texts(`part.${part}`), count: all.length })}
            </Heading>
            <ul>
              {all
                .filter((one) => drawn.has(one))
                .map((one) => (
                  <li key={keyOf(one)}>
                    <RecipientRow recipient={one} onDetails={onDetails} />
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function RecipientRow({ recipient, onDetails }: { recipient: Recipient; onDetails: (person: Person) => void }) {
  const { readsGroups } = useServices();
  if (!recipient.isList) return <PersonRow person={recipient} onDetails={onDetails} />;
  return readsGroups ? (
    <GroupRow list={recipient} onDetails={onDetails} />
  ) : (
    <ListRow list={recipient} onDetails={onDetails} />
  );
}

/** Requests all pictures together, from the top, whether their rows are drawn or not. */
function useAllPictures(recipients: readonly Recipient[]): void {
  const { library, readsGroups } = useServices();
  const pixels = useDevicePixels(rowFace);
  // Before the paint, in the same moment as the large face, so that both are one batch.
  const release = useRef<() => void>(() => undefined);
  useLayoutEffect(() => {
    const releaseBefore = release.current;
    const people = recipients.filter(({ isList }) => !isList || readsGroups);
    release.current = library.want(people, { pixels, withMetadata: false });
    // Only now, so that people who stay in the list are not requested twice.
    releaseBefore();
  }, [recipients, library, readsGroups, pixels]);
  useLayoutEffect(() => () => release.current(), []);
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
