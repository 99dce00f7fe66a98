// Runs before the bundle and marks the page when the browser lacks a required feature: the style sheet then shows the
// text for it, and the bundle does not start. Its syntax is limited to what Safari 14 parses.
import { missingFeatures } from './requiredFeatures';

if (missingFeatures(globalThis).length > 0) {
  document.documentElement.setAttribute('data-outdated', '');
}
