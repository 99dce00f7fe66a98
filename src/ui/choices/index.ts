export { readChoices } from './storedChoices';
