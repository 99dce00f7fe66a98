import { createContext, useContext } from 'react';
import { observable, type Observable } from '../../base';
import { languages } from '../texts/texts';
import { parseChoices, readChoices, storageKey, storeChoices, type Choices } from './storedChoices';

/** The choices that the pane shows and remembers on this machine. */
export interface ChoiceStore extends Observable<Choices> {
  /** Applies and stores a change. An unchanged language is applied again, since its texts may not have loaded. */
  choose(change: Partial<Choices>): void;
}

/** Opens the choices. They follow those made in other panes on this machine. */
export function openChoices(): ChoiceStore {
  const choices = observable(withKnownLanguage(readChoices()));
  addEventListener('storage', ({ key, newValue }) => {
    // Null: the whole storage was emptied.
    if (key === storageKey || key === null) choices.set(withKnownLanguage(parseChoices(newValue)));
  });
  return {
    get value() {
      return choices.value;
    },
    subscribe: (listener) => choices.subscribe(listener),
    choose(change) {
      const next = { ...choices.value, ...change };
      storeChoices(next);
      choices.set(next);
    },
  };
}

/** A language that this build has no texts for counts as not chosen. */
function withKnownLanguage({ theme, language }: Choices): Choices {
  return { theme, language: language !== null && languages.includes(language) ? language : null };
}

export const ChoicesContext = createContext<ChoiceStore | null>(null);

export function useChoices(): ChoiceStore {
  const choices = useContext(ChoicesContext);
  if (!choices) throw new Error('No ChoicesContext around this component');
  return choices;
}
