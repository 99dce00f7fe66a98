import { createHash } from 'node:crypto';

/** What kind of answer the service has for somebody. */
export type Kind = 'person' | 'guest' | 'onPremises' | 'noMailbox' | 'list' | 'forbidden' | 'outsider';

export interface Someone {
  readonly name: string;
  readonly address: string;
  /** User principal name, where it is not the address. */
  readonly upn?: string;
  readonly kind: Kind;
  /** Pixels of the photo that was uploaded; none: no photo was ever set. */
  readonly photo?: number;
  readonly account?: boolean;
  readonly admin?: boolean;
  /** One of the many who are only ever recipients. */
  readonly crowd?: boolean;
  /** Index of the tenant; the first unless said otherwise. */
  readonly tenant?: number;
}

export const tenants = [
  { id: '1717622f-1d94-4d04-9d74-f907ad6677b4', domain: 'contoso.com' },
  { id: '2a6c1a7e-55d0-4f0e-8c3f-6f2d1d0b9c11', domain: 'fabrikam.com' },
] as const;

/** The many who are told apart by their number: a message to everybody goes to the first hundred, who have small photos. */
const crowd = Array.from({ length: 300 }, (_none, index): Someone => {
  const number = String(index + 1).padStart(3, '0');
  return {
    name: `Colleague ${number}`,
    address: `colleague${number}@contoso.com`,
    kind: 'person',
    photo: index < 100 ? 120 : 648,
    crowd: true,
  };
});

/** Everybody the sandbox knows, inside the directory and outside. */
export const people: readonly Someone[] = [
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

/** Somebody's object id in the directory: made of the address, so that it is the same after every start. */
export function objectId({ address }: Someone): string {
  const digits = createHash('sha256').update(address).digest('hex').slice(0, 12);
  return `00000000-0000-4000-8000-${digits}`;
}

export function tenantOf(someone: Someone): (typeof tenants)[number] {
  return tenants[someone.tenant === 1 ? 1 : 0];
}

/** Who stands in the directory under an address, user principal name or object id. */
export function findInDirectory(key: string): Someone | undefined {
  const wanted = fold(key);
  return people.find(
    (one) =>
      one.kind !== 'outsider' &&
      one.kind !== 'list' &&
      // A guest is known by the principal name; the mail address is none.
      (fold(one.upn ?? one.address) === wanted || objectId(one) === wanted),
  );
}

export function findAccount(address: string): Someone | undefined {
  return people.find((one) => one.account && fold(one.address) === fold(address));
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
