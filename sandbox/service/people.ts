import { organization } from './organization';
import type { Person } from './person';

/** Numbered colleagues. The first 100 receive the message "everybody" and have small photos. */
const crowd = Array.from({ length: 300 }, (_none, index): Person => {
  const number = String(index + 1).padStart(3, '0');
  return {
    name: `Colleague ${number}`,
    address: `colleague${number}@contoso.com`,
    kind: 'person',
    photo: index < 100 ? 120 : 648,
    crowd: true,
  };
});

/** All people of the sandbox, inside and outside the directory. */
export const people: readonly Person[] = [
  {
    name: 'Adele Vance',
    address: 'adele@contoso.com',
    aliases: ['adele.vance@contoso.com'],
    kind: 'person',
    photo: 648,
    account: true,
  },
  { name: 'Alex Wilber', address: 'alex@contoso.com', kind: 'person', photo: 504, account: true, admin: true },
  { name: 'Nina Torres', address: 'nina@fabrikam.com', kind: 'person', photo: 360, account: true, tenant: 1 },
  { name: 'Megan Bowen', address: 'megan@contoso.com', kind: 'person', photo: 648 },
  { name: 'Lynne Robbins', address: 'lynne@contoso.com', kind: 'person', photo: 504 },
  { name: 'Diego Siciliani', address: 'diego@contoso.com', kind: 'person', photo: 240 },
  { name: 'Joni Sherman', address: 'joni@contoso.com', kind: 'person', photo: 64 },
  { name: "Miriam O'Brien", address: "miriam.o'brien@contoso.com", kind: 'person', photo: 432 },
  { name: 'Jürgen Groß', address: 'jürgen.groß@contoso.com', kind: 'person', photo: 360 },
  { name: 'Pat Plus', address: 'pat+news@contoso.com', kind: 'person', photo: 504 },
  { name: 'Isaiah Langer', address: 'isaiah@contoso.com', kind: 'person' },
  {
    name: 'Grace Guest',
    address: 'grace@partner.example',
    upn: 'grace_partner.example#EXT#@contoso.com',
    kind: 'guest',
    photo: 120,
  },
  { name: 'Otto Premises', address: 'otto@contoso.com', kind: 'onPremises' },
  { name: 'Nora Nomail', address: 'nora@contoso.com', kind: 'noMailbox' },
  { name: 'Sales Team', address: 'sales@contoso.com', kind: 'list' },
  { name: 'Frank Forbidden', address: 'frank@contoso.com', kind: 'forbidden' },
  { name: 'Olivia Outside', address: 'olivia@elsewhere.example', kind: 'outsider' },
  {
    name: 'Maximiliane Alexandra von Hohenstein-Wittgenstein zu Sayn',
    address: 'maximiliane.alexandra.von.hohenstein-wittgenstein@contoso.com',
    kind: 'person',
    photo: 504,
  },
  { name: '<img src=x onerror=alert(1)>', address: 'xss@contoso.com', kind: 'person' },
  ...crowd,
  ...organization,
];
