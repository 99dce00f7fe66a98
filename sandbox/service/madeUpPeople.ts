import type { Person } from './person';

// A large organization, made up from a number: the same number is always the same person, and no list is needed to find one.

const firstNames = (
  'Aaliyah Adam Aiko Alejandra Alice Amara Amir Ana André Anna Antonio Astrid Ayşe Bastian Beatriz Ben Björn Camila Carlos ' +
  'Chloé Clara Daniel Dmitri Elena Elif Emma Ethan Fatima Felix Finn Gabriela Giulia Grace Hannah Hiroshi Ida Ines Isabel ' +
  'Jakub Jasmin Jonas José Julia Kai Karin Katarzyna Kwame Laila Lars Léa Leon Liam Lucía Łukasz Magnus Maja Marco Maria ' +
  'Mateo Mei Mia Miguel Nadia Noah Nora Olga Oliver Omar Paula Pedro Priya Rafael René Rosa Samuel Sara Sofia Stefan Tariq ' +
  'Teresa Tim Uma Valentina Viktor Wei Xenia Yara Yusuf Zoë'
).split(' ');

const lastNames = (
  'Abe Ahmed Almeida Andersen Bakker Bauer Becker Bergström Bianchi Brown Castillo Chen Clark Cohen Costa Dąbrowski Diaz ' +
  'Dubois Eriksen Fernández Fischer Fontaine Garcia Gómez Haddad Hansen Hoffmann Ivanova Jansen Johansson Jones Kaya Keller ' +
  "Khan Kim Kowalska Krüger Lambert Larsen Lee Lehmann López Martin Mbeki Meyer Moreau Müller Nakamura Nguyen Novák O'Connor " +
  'Okafor Olsen Papadopoulos Park Patel Petrov Popescu Ricci Richter Rossi Sánchez Santos Sato Schmidt Schneider Schulz ' +
  'Silva Singh Smith Sørensen Souza Tanaka Taylor Vega Vogel Wagner Walker Wang Weber White Wilson Wójcik Yılmaz Young Zhang'
).split(' ');

/** How many there are at most. */
const mostMadeUp = 50_000;

/** Uploads that people have, in pixels, and how often of a hundred; the rest have none. */
const uploads: readonly (readonly [pixels: number, share: number])[] = [
  [648, 34],
  [504, 16],
  [240, 8],
  [120, 9],
  [64, 4],
];

/** How often of a thousand an entry is something else than a person with a mailbox. */
const otherKinds: readonly (readonly [kind: Person['kind'], share: number])[] = [
  ['guest', 40],
  ['sharedMailbox', 20],
  ['room', 10],
  ['onPremises', 25],
  ['noMailbox', 20],
  ['forbidden', 5],
];

const created: Person[] = [];

/** The first `count` made-up people. They are created when they are first asked for. */
export function madeUpPeople(count: number): readonly Person[] {
  while (created.length < Math.min(count, mostMadeUp)) created.push(create(created.length));
  return created.slice(0, count);
}

const idStart = '00000000-0000-4000-9000-';

/** Object id of the made-up person with this number. */
export function madeUpId(number: number): string {
  return idStart + number.toString(16).padStart(12, '0');
}

/** Finds a made-up person by object id or login name, both in lower case. */
export function findMadeUp(key: string): Person | undefined {
  const text = key.startsWith(idStart) ? `0x${key.slice(idStart.length)}` : /^[eg](\d{6})[@_]/.exec(key)?.[1];
  const number = Number(text ?? NaN);
  if (!Number.isInteger(number) || number < 0 || number >= mostMadeUp) return undefined;
  const one = madeUpPeople(number + 1)[number];
  return key.startsWith(idStart) || one?.upn?.toLowerCase() === key ? one : undefined;
}

function create(number: number): Person {
  const kind = pick(otherKinds, mix(number, 1) % 1000) ?? 'person';
  const photo = kind === 'person' || kind === 'guest' ? pick(uploads, mix(number, 2) % 100) : undefined;
  const login = String(number).padStart(6, '0');
  const shared = { kind, madeUp: number, ...(photo !== undefined && { photo }) };
  if (kind === 'room' || kind === 'sharedMailbox') {
    const name = kind === 'room' ? `Meeting Room ${100 + number}` : `Service Desk ${100 + number}`;
    return { ...shared, name, address: `${foldedName(name)}@contoso.com`, upn: `e${login}@contoso.com` };
  }
  // Every pair of names comes once before one comes again.
  const pair = (number * 7919) % (firstNames.length * lastNames.length);
  const name = `${firstNames[pair % firstNames.length] ?? ''} ${lastNames[Math.floor(pair / firstNames.length)] ?? ''}`;
  const round = Math.floor(number / (firstNames.length * lastNames.length));
  const local = foldedName(name) + (round === 0 ? '' : String(round + 1));
  return kind === 'guest'
    ? {
        ...shared,
        name,
        address: `${local}@partner.example`,
        upn: `g${login}_partner.example#EXT#@contoso.onmicrosoft.com`,
      }
    : {
        ...shared,
        name,
        address: `${local}@contoso.com`,
        upn: `e${login}@contoso.com`,
        aliases: [`${local}@contoso.onmicrosoft.com`],
        employeeId: `C${10_000 + number}`,
      };
}

/** The first entry whose share, added to those before it, is more than `chance`. */
function pick<T>(shares: readonly (readonly [T, number])[], chance: number): T | undefined {
  let sum = 0;
  return shares.find(([, share]) => chance < (sum += share))?.[0];
}

/** A number that looks random, always the same for the same input (the finalizer of MurmurHash3). */
function mix(number: number, seed: number): number {
  let hash = Math.imul(number + seed * 0x9e3779b1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const foldings: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', ı: 'i', ą: 'a' };

/** A name as the part of an address before the "@". */
function foldedName(name: string): string {
  const lower = name.toLowerCase().replace(/[ßøłıą]/g, (letter) => foldings[letter] ?? '');
  return lower
    .normalize('NFD')
    .replace(/[^a-z0-9 ]/g, '')
    .replaceAll(' ', '.');
}
