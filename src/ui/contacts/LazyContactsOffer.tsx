import { mayBeContact, type Portrait } from '../../photos';
import { lazyPart } from '../parts/lazyPart';
import { useObservable, useServices } from '../services';
import type { ContactsUse } from './contactsUse';

const ContactsOffer = lazyPart(() => import(/* webpackChunkName: "contacts" */ './ContactsOffer'));

/** Offers the account's own contacts for a person outside the organization, or says that the person is none of them. */
export function LazyContactsOffer({ portrait }: { portrait: Portrait }) {
  const { contacts } = useServices();
  const isOutside = portrait.status === 'none' && mayBeContact(portrait.reason) && portrait.reason !== 'noPerson';
  return contacts && isOutside && <Offer contacts={contacts} />;
}

function Offer({ contacts }: { contacts: ContactsUse }) {
  return useObservable(contacts.state) !== 'unknown' && <ContactsOffer contacts={contacts} />;
}
