import { createHash } from 'node:crypto';

/** How the service responds to requests about a person. */
export type PersonKind = 'person' | 'guest' | 'onPremises' | 'noMailbox' | 'list' | 'forbidden' | 'outsider';

export interface Person {
  readonly name: string;
  readonly address: string;
  /** User principal name, where it is not the address. */
  readonly upn?: string;
  readonly kind: PersonKind;
  /** Width and height of the uploaded photo in pixels; undefined: no photo was ever set. */
  readonly photo?: number;
  readonly account?: boolean;
  readonly admin?: boolean;
  /** One of the 300 numbered colleagues. */
  readonly crowd?: boolean;
  /** Index in `tenants`; 0 if undefined. */
  readonly tenant?: number;
}

export const tenants = [
  { id: '1717622f-1d94-4d04-9d74-f907ad6677b4', domain: 'contoso.com' },
  { id: '2a6c1a7e-55d0-4f0e-8c3f-6f2d1d0b9c11', domain: 'fabrikam.com' },
] as const;

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
  { name: 'Adele Vance', address: 'adele@contoso.com', kind: 'person', photo: 648, account: true },
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
];

/** Object id in the directory, derived from the address, so that it stays the same after a restart. */
export function objectId({ address }: Person): string {
  const digits = createHash('sha256').update(address).digest('hex').slice(0, 12);
  return `00000000-0000-4000-8000-${digits}`;
}

/** The tenant of a person. */
export function tenantOf(someone: Person): (typeof tenants)[number] {
  return tenants[someone.tenant === 1 ? 1 : 0];
}

/** Finds a user of the directory by user principal name or object id. */
export function findInDirectory(key: string): Person | undefined {
  const wanted = normalized(key);
  return people.find(
    (one) =>
      one.kind !== 'outsider' &&
      one.kind !== 'list' &&
      // A guest's mail address is not a login name.
      (normalized(one.upn ?? one.address) === wanted || objectId(one) === wanted),
  );
}

/** Finds a person who can sign in. */
export function findAccount(address: string): Person | undefined {
  return people.find((one) => one.account && normalized(one.address) === normalized(address));
}

function normalized(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
