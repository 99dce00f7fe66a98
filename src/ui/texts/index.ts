export { languageOf } from './languageTags';
