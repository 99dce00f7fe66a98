export type { DirectoryPerson, PersonKind } from './directoryPerson';
export { Organization, type Overview } from './organization';
export type { PhotoState, StateKind } from './photoState';
