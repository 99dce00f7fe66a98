export { ContactsUse } from './contacts/contactsUse';
export type { Services } from './services';
export { openPane } from './start';
