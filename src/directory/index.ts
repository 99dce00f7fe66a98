export type { DirectoryPerson, PersonKind } from './directoryPerson';
export { UserListError } from './errors';
export { Organization, type Overview } from './organization';
export type { PhotoState, StateKind } from './photoState';
