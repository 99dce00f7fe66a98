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
  // Two contacts with one address: it is not known which of them writes.
  { name: 'Dora Double', addresses: ['dora@double.example'], owner: 'adele@contoso.com', photo: 240 },
  { name: 'Dorothy Double', addresses: ['dora@double.example'], owner: 'adele@contoso.com', photo: 120 },
  // A contact that is a colleague too.
  {
    name: 'Megan (private)',
    addresses: ['megan@home.example', 'megan@contoso.com'],
    owner: 'adele@contoso.com',
    photo: 120,
  },
  { name: 'Olivia Outside', addresses: ['olivia@elsewhere.example'], owner: 'ivy.bell@contoso.com', photo: 120 },
];

export function contactId({ owner, name, addresses }: Contact): string {
  return idFrom(`contact ${owner} ${name} ${addresses[0] ?? ''}`);
}

export function folderId(owner: Person, name: string): string {
  return idFrom(`folder ${owner.address} ${name}`);
}

/** Contacts in one folder of a person; undefined: the default folder, with as many numbered ones as `numbered` says. */
export function contactsIn(owner: Person, folder: string | undefined, numbered: number): readonly Contact[] {
  const named = contacts.filter((one) => one.owner === owner.address && one.folder === folder);
  if (folder !== undefined) return named;
  const others = Array.from({ length: numbered }, (_none, index): Contact => {
    const number = String(index + 1).padStart(5, '0');
    return { name: `Contact ${number}`, addresses: [`contact${number}@many.example`], owner: owner.address };
  });
  return [...others, ...named];
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
