import { idFrom } from './directory';
import type { Person } from './person';
import type { PhotoOwner } from './store';

/** A personal contact of an account. */
export interface Contact {
  readonly name: string;
  readonly addresses: readonly string[];
  /** Login or mail address of the account that owns it. */
  readonly owner: string;
  /** Name of a contact folder; undefined: the default folder. */
  readonly folder?: string;
  /** Width and height of the photo in pixels; undefined: none. */
  readonly photo?: number;
}

export const contacts: readonly Contact[] = [
  {
    name: 'Olivia Outside',
    addresses: ['olivia@elsewhere.example', 'olivia@home.example'],
    owner: 'adele@contoso.com',
    photo: 240,
  },
  { name: 'Quinn Contact', addresses: ['quinn@elsewhere.example'], owner: 'adele@contoso.com' },
  {
    name: 'Paul Plumber',
    addresses: ['paul@plumber.example'],
    owner: 'adele@contoso.com',
    folder: 'Friends',
    photo: 120,
  },
  { name: 'Olivia Outside', addresses: ['olivia@elsewhere.example'], owner: 'ivy.bell@contoso.com', photo: 120 },
];

export function contactId({ owner, addresses }: Contact): string {
  return idFrom(`contact ${owner} ${addresses[0] ?? ''}`);
}

export function folderId(owner: Person, name: string): string {
  return idFrom(`folder ${owner.address} ${name}`);
}

/** Contacts in one folder of a person; undefined: the default folder. */
export function contactsIn(owner: Person, folder?: string): readonly Contact[] {
  return contacts.filter((one) => one.owner === owner.address && one.folder === folder);
}

export function foldersOf(owner: Person): readonly string[] {
  const names = contacts.filter((one) => one.owner === owner.address).map(({ folder }) => folder);
  return [...new Set(names)].filter((name) => name !== undefined);
}

export function findContact(owner: Person, id: string): Contact | undefined {
  return contacts.find((one) => one.owner === owner.address && contactId(one) === id);
}

/** The photo of a contact. */
export function contactPhotoOwner(contact: Contact): PhotoOwner {
  const { name: seed, photo } = contact;
  return { id: contactId(contact), seed, hue: contacts.indexOf(contact) + 7, photo };
}
