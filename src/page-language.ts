import { readChoices } from './ui/choices';
import { languageOf } from './ui/texts';

// Marks the page with the reader's language: of the texts for a page that does not start, the style sheet then shows one.

document.documentElement.dataset['language'] = languageOf(readChoices().language ?? navigator.language);
