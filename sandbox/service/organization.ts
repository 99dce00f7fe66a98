import type { Person } from './person';

/** Staff whose login names are numbers; each has a mail address and an old address that is still delivered. */
const staff = Array.from({ length: 100 }, (_none, index): Person => {
  const number = String(index + 1).padStart(3, '0');
  return {
    name: `Staff ${number}`,
    address: `staff${number}@contoso.com`,
    upn: `s${100_000 + index + 1}@contoso.com`,
    aliases: [`staff${number}.old@contoso.com`],
    kind: 'person',
    photo: 120,
    staff: true,
  };
});

/** The part of the directory in which login names, mail addresses and people do not match one to one. */
export const organization: readonly Person[] = [
  {
    name: 'Ivy Bell',
    address: 'ivy.bell@contoso.com',
    upn: 'u104711@contoso.com',
    aliases: ['ivy.miller@contoso.com', 'ivy.bell@contoso.onmicrosoft.com'],
    kind: 'person',
    photo: 648,
    account: true,
  },
  {
    name: 'Gus Visitor',
    address: 'gus@visitor.example',
    upn: 'gus_visitor.example#EXT#@contoso.onmicrosoft.com',
    kind: 'guest',
    photo: 240,
    account: true,
    isKnownByMail: true,
  },
  {
    name: 'Bo Berg',
    address: 'bo.berg@contoso.com',
    upn: 'u1234@contoso.com',
    aliases: ['bo@contoso.com'],
    kind: 'person',
    photo: 504,
  },
  { name: 'Cleo Card', address: 'cleo.card@contoso.com', upn: 'u2345@contoso.com', kind: 'person' },
  {
    name: 'Gil Partner',
    address: 'gil@partner.com',
    upn: 'gil_partner.com#EXT#@contoso.onmicrosoft.com',
    kind: 'guest',
    photo: 240,
    isKnownByMail: true,
  },
  {
    name: 'Info Desk',
    address: 'info@contoso.com',
    aliases: ['helpdesk@contoso.com'],
    kind: 'sharedMailbox',
    photo: 360,
  },
  {
    name: 'Room Everest',
    address: 'room.everest@contoso.com',
    upn: 'everest@contoso.onmicrosoft.com',
    kind: 'room',
    photo: 240,
  },
  {
    name: 'Project Orion',
    address: 'orion@contoso.com',
    aliases: ['orion.team@contoso.com'],
    kind: 'group',
    photo: 360,
    owners: ['adele@contoso.com'],
  },
  // In a domain of the organization that no user has.
  { name: 'Project Nova', address: 'nova@contoso-projects.example', kind: 'group', photo: 240 },
  // A migrated user and its shadow: only the first one's primary address is the shared one.
  { name: 'Tom Twin', address: 'tom.twin@contoso.com', upn: 'u7007@contoso.com', kind: 'person', photo: 504 },
  {
    name: 'Tom Twin (before the migration)',
    address: 'tom.twin@contoso.com',
    upn: 'tom@legacy.contoso.com',
    kind: 'person',
    photo: 120,
    isDelivered: false,
  },
  // The same, but nothing distinguishes them.
  {
    name: 'Una Twin',
    address: 'una.twin@contoso.com',
    upn: 'u8008@contoso.com',
    kind: 'person',
    photo: 504,
    isDelivered: false,
  },
  {
    name: 'Una Twin (before the migration)',
    address: 'una.twin@contoso.com',
    upn: 'una@legacy.contoso.com',
    kind: 'person',
    photo: 120,
    isDelivered: false,
  },
  // Outsiders: contacts of accounts.
  { name: 'Quinn Contact', address: 'quinn@elsewhere.example', kind: 'outsider' },
  { name: 'Paul Plumber', address: 'paul@plumber.example', kind: 'outsider' },
  { name: 'Dora Double', address: 'dora@double.example', kind: 'outsider' },
  { name: 'Megan at home', address: 'megan@home.example', kind: 'outsider' },
  ...staff,
];
