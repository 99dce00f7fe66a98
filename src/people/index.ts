export { createBulkServices } from './bulkServices';
export { Faces } from './faces/faces';
export { openPeoplePage } from './openPeoplePage';
export type { OpenedOrganization } from './services';
