import { mayBeContact, type Portrait } from '../../photos';
import { lazyPart } from '../parts/lazyPart';
import { useObservable, useServices } from '../services';
import type { ContactsUse } from './contactsUse';

const ContactsOffer = lazyPart(() => import(/* webpackChunkName: "contacts" */ './ContactsOffer'));

/** Offers the account's own contacts for a person whom the directory does not know; nothing where they are used. */
export function LazyContactsOffer({ portrait }: { portrait: Portrait }) {
  const { contacts } = useServices();
  return contacts && portrait.status === 'none' && mayBeContact(portrait.reason) && <Offer contacts={contacts} />;
}

function Offer({ contacts }: { contacts: ContactsUse }) {
  return useObservable(contacts.state) !== 'on' && <ContactsOffer />;
}
