import { readChoices } from './ui/choices';

// Marks the page with the theme that was chosen in the settings, so that the first paint has its colors.

const { theme } = readChoices();
if (theme) document.documentElement.dataset['theme'] = theme;
