import { createHash } from 'node:crypto';
import { findMadeUp, madeUpId } from './madeUpPeople';
import { people } from './people';
import type { Person } from './person';
import type { PhotoOwner } from './store';

export const tenants = [
  {
    id: '1717622f-1d94-4d04-9d74-f907ad6677b4',
    domain: 'contoso.com',
    /** Other verified domains; that of the projects has groups only. */
    more: ['contoso.onmicrosoft.com', 'contoso-projects.example'],
  },
  { id: '2a6c1a7e-55d0-4f0e-8c3f-6f2d1d0b9c11', domain: 'fabrikam.com', more: ['fabrikam.onmicrosoft.com'] },
] as const;

export type Tenant = (typeof tenants)[number];

/** Login name: the user principal name. */
export function loginOf({ upn, address }: Person): string {
  return upn ?? address;
}

/** Object ids, derived from the addresses, so that they stay the same after a restart. */
const objectIds = new Map(
  people.map((one) => {
    // Two people can share an address, but not a login name.
    const isShared = people.some((other) => other !== one && other.address === one.address);
    return [one, idFrom(isShared ? loginOf(one) : one.address)];
  }),
);

/** Object id in the directory. */
export function objectId(one: Person): string {
  return one.madeUp === undefined ? (objectIds.get(one) ?? idFrom(loginOf(one))) : madeUpId(one.madeUp);
}

/** A stable id, derived from a text. */
export function idFrom(text: string): string {
  return `00000000-0000-4000-8000-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

/** The tenant of a person. */
export function tenantOf(person: Person): Tenant {
  return tenants[person.tenant === 1 ? 1 : 0];
}

export function isGroup({ kind }: Person): boolean {
  return kind === 'group' || kind === 'list';
}

/** Users of the directory: everything in it but groups. */
export function isUser(person: Person): boolean {
  return person.kind !== 'outsider' && !isGroup(person);
}

/** Mail addresses as the directory lists them: `SMTP:` marks the primary one, `smtp:` the others. */
export function proxyAddresses({ address, aliases = [], isDelivered = true, upn }: Person): readonly string[] {
  const primary = isDelivered ? address : (upn ?? address);
  return [`SMTP:${primary}`, ...aliases.map((one) => `smtp:${one}`)];
}

/** Finds a user by login name or object id, as Graph does: a mail address that is no login name is not found. */
export function findInDirectory(key: string): Person | undefined {
  const wanted = normalized(key).replace(tenantSuffix, '');
  const isWanted = (one: Person): boolean => normalized(loginOf(one)) === wanted || objectId(one) === wanted;
  return findMadeUp(wanted) ?? people.find((one) => isUser(one) && isWanted(one));
}

/** `@{tenant id}` behind an object id, as in `@odata.id`. */
const tenantSuffix = /@[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Finds a user by any of their mail addresses, login name or object id, as the Outlook dialect does. */
export function findMailbox(key: string): Person | undefined {
  const wanted = normalized(key);
  return findInDirectory(key) ?? people.find((one) => isUser(one) && addressesOf(one).includes(wanted));
}

export function findGroup(id: string): Person | undefined {
  return people.find((one) => isGroup(one) && objectId(one) === id.toLowerCase());
}

/** Finds a person who can sign in, by login name or mail address. */
export function findAccount(name: string): Person | undefined {
  const wanted = normalized(name);
  return people.find(
    (one) => one.account && (normalized(loginOf(one)) === wanted || normalized(one.address) === wanted),
  );
}

function addressesOf({ address, aliases = [] }: Person): readonly string[] {
  return [address, ...aliases].map(normalized);
}

function normalized(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The photo of a person or group. */
export function photoOwner(one: Person): PhotoOwner {
  const { address: seed, photo, madeUp } = one;
  if (madeUp === undefined) return { id: objectId(one), seed, hue: people.indexOf(one), photo };
  const face = madeUp % stockFaces;
  const drawn = { id: `stock-${face}-${photo ?? 0}`, seed: `stock ${face}`, hue: face, photo };
  return { id: madeUpId(madeUp), seed, hue: face, photo, drawn };
}

/** Made-up people share so many faces: to draw one takes as long as to answer a hundred requests. */
const stockFaces = 5;
