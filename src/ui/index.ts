export type { Services } from './services';
export { openPane } from './start';
