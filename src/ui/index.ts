export { ContactsUse } from './contacts/contactsUse';
export { shorterSide } from './person/objectUrls';
export type { Services } from './services';
export { openPane } from './start';
