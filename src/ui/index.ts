export type { Services } from './services';
export { openPane, type Pane } from './start';
