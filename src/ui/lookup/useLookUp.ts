import { useEffect, useMemo, useState } from 'react';
import type { Person } from '../../mailbox';
import { peopleSearchOf, type FoundPerson, type PeopleSearch, type Suggestions } from '../../photos';
import { useObservable, useServices } from '../services';
import { addressIn, isWholeAddress } from './addressIn';

/** The field of Look up: its text, its suggestions, and what is chosen of them. */
export interface LookUp {
  readonly text: string;
  /** The text is that of the person who is shown: no other has been typed since. */
  readonly isOfPerson: boolean;
  readonly suggestions: Suggestions;
  /** The suggestions that are drawn; empty while the list is closed. */
  readonly shown: readonly FoundPerson[];
  /** The suggestion that Enter chooses; null: none of them. */
  readonly active: FoundPerson | null;
  /** What was sent off is neither an address nor a name that can be searched. */
  readonly isInvalid: boolean;
  readonly type: (text: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  /** Moves to the next suggestion (1) or to the one before (-1), around both ends. */
  readonly move: (step: 1 | -1) => void;
  /** Leaves the suggestions for the text. */
  readonly leave: () => void;
  readonly choose: (person: Person) => void;
  readonly submit: () => void;
  readonly retry: () => void;
}

/** `person` is shown; `onFind` shows another, or none where the text is emptied. */
export function useLookUp(person: Person | null, onFind: (person: Person | null) => void): LookUp {
  const { library } = useServices();
  const search = useMemo(() => peopleSearchOf(library), [library]);
  const suggestions = useObservable(search.suggestions);
  const [text, setText] = useState(person ? person.name || person.address : '');
  const [isOpen, setIsOpen] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [isInvalid, setIsInvalid] = useState(false);
  useEffect(() => () => search.stop(), [search]);
  const people = 'people' in suggestions ? suggestions.people : [];
  const shown = isOpen ? people : [];
  const close = (): void => {
    setIsOpen(false);
    setActiveId(null);
  };
  const choose = ({ name, address }: Person): void => {
    search.stop();
    close();
    setIsInvalid(false);
    setText(name || address);
    onFind({ name, address });
  };
  return {
    text,
    isOfPerson: person !== null && (text === person.name || addressIn(text) === person.address),
    suggestions,
    shown,
    active: shown.find(({ id }) => id === activeId) ?? null,
    isInvalid,
    type(typed) {
      setText(typed);
      setIsInvalid(false);
      setActiveId(null);
      setIsOpen(true);
      if (typed === '') onFind(null);
      const address = addressIn(typed);
      search.search(address !== null && isWholeAddress(address) ? '' : typed);
    },
    open: () => setIsOpen(true),
    close,
    move(step) {
      setIsOpen(true);
      const from = shown.findIndex(({ id }) => id === activeId);
      const to = from < 0 && step < 0 ? -1 : from + step;
      setActiveId(people.at(to % Math.max(1, people.length))?.id ?? null);
    },
    leave: () => setActiveId(null),
    choose,
    submit() {
      const address = addressIn(text);
      if (address !== null && isWholeAddress(address)) {
        search.stop();
        close();
        setIsInvalid(false);
        onFind({ name: '', address });
        return;
      }
      // The field still has the name of the person who is shown.
      if (person?.name && text === person.name) return;
      void chooseFirst(search, choose, () => {
        setIsInvalid(address === null);
        if (address !== null) onFind({ name: '', address });
      });
    },
    retry() {
      setIsOpen(true);
      search.retry();
    },
  };
}

/** Chooses the first suggestion for the text once it is there. `otherwise`: the text cannot be searched. */
async function chooseFirst(
  search: PeopleSearch,
  choose: (person: FoundPerson) => void,
  otherwise: () => void,
): Promise<void> {
  const settled = await search.settled();
  if (!settled || settled.kind === 'failed') return;
  const [first] = settled.kind === 'found' ? settled.people : [];
  if (first) choose(first);
  else if (settled.kind !== 'found') otherwise();
}
