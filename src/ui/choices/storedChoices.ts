import type { Brightness } from '../../mailbox';

/** What a person chose in the settings. Null follows Outlook. */
export interface Choices {
  readonly theme: Brightness | null;
  /** A language of the texts, such as `de`. */
  readonly language: string | null;
}

/** The entry of the local storage, a JSON object. */
export const storageKey = 'choices';

const noChoices: Choices = { theme: null, language: null };

/** The choices in the text of the entry; what is missing or of another form counts as not chosen. */
export function parseChoices(text: string | null): Choices {
  try {
    const { theme, language } = Object(JSON.parse(text ?? '{}')) as Record<keyof Choices, unknown>;
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : null,
      language: typeof language === 'string' ? language : null,
    };
  } catch {
    return noChoices;
  }
}

/** Reads the choices; none where storage is blocked. */
export function readChoices(): Choices {
  try {
    return parseChoices(localStorage.getItem(storageKey));
  } catch {
    return noChoices;
  }
}

/** Stores the choices for the next pane; false where storage is blocked or full, so that they hold for this pane only. */
export function storeChoices(choices: Choices): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
}
