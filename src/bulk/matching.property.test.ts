import fc from 'fast-check';
import { matchFiles } from './matching';
import { PeopleIndex } from './peopleIndex';
import type { BulkPerson } from './person';

// Small choices, so that people share names, and parts of one's address are another one's.
const words = [
  'Anna',
  'Ann',
  'Jörg',
  'Joerg',
  'Jorg',
  'Schmidt',
  'Müller',
  "O'Neil",
  'Øster',
  'Neu',
  'Li',
  'Room',
  '2',
  'Łuk',
];
const logins = [
  'anna',
  'a.schmidt',
  'as',
  'schmidt',
  'mueller',
  'room2',
  'u10042',
  '1042',
  'photo',
  'li.neu',
  'anna.li',
];
const numbers = [null, '1042', '10042', 'E10042', '640', '17'];

const given = fc.record({
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  isReversed: fc.boolean(),
  mail: fc.constantFrom(null, ...logins),
  login: fc.constantFrom(...logins),
  aliases: fc.array(fc.constantFrom(...logins), { maxLength: 2 }),
  employeeId: fc.constantFrom(...numbers),
});

/** A directory gives an address to one person only. */
const organization = fc.array(given, { minLength: 1, maxLength: 12 }).map((all) => {
  const taken = new Set<string>();
  const free = (address: string): boolean => !taken.has(address) && Boolean(taken.add(address));
  return all.map(
    ({ name: [first = '', ...others], isReversed, mail, login, aliases, employeeId }, index): BulkPerson => {
      const own = mail === null ? [] : [`${mail}@contoso.com`].filter(free);
      const upn = free(`${login}@contoso.com`) ? `${login}@contoso.com` : `${login}.${index}@contoso.com`;
      return {
        id: String(index),
        displayName: isReversed && others.length > 0 ? `${others.join(' ')}, ${first}` : [first, ...others].join(' '),
        mail: own[0] ?? null,
        userPrincipalName: upn,
        aliases: aliases.map((alias) => `${alias}@fabrikam.com`).filter(free),
        employeeId,
      };
    },
  );
});

/** How a file is named after a person: after what, and what is changed. */
const spelling = fc.record({
  after: fc.constantFrom('mail', 'login', 'alias', 'employeeId', 'localPart', 'displayName', 'otherOrder'),
  separator: fc.constantFrom(null, '.', '_', '-', ' ', '', ' - ', '+'),
  accents: fc.constantFrom('kept', 'dropped', 'doubled'),
  form: fc.constantFrom('NFC', 'NFD'),
  change: fc.constantFrom('none', 'upper', 'lower'),
  before: fc.constantFrom('', '', '', '001 ', '3_', '(4) ', 'Photo of ', 'foto-', 'IMG_', 'portrait.'),
  behind: fc.constantFrom(
    '',
    '',
    '',
    '_640',
    '-648x648',
    ' (1)',
    ' copy',
    ' - Kopie (2)',
    '_final',
    '-2',
    ' portrait',
    '.photo',
  ),
  ending: fc.constantFrom('.jpg', '.JPG', '.jpeg', '.png', '.jpg.jpg', ''),
});

type Spelling = typeof spelling extends fc.Arbitrary<infer One> ? One : never;

const double: Readonly<Record<string, string>> = { ö: 'oe', ü: 'ue', ø: 'oe', Ø: 'Oe' };
const dropped: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', Ł: 'L', ł: 'l' };

function identity(person: BulkPerson, after: Spelling['after']): string | null {
  const [first = '', ...others] = person.displayName.split(/,? /);
  if (after === 'mail') return person.mail;
  if (after === 'login') return person.userPrincipalName;
  if (after === 'alias') return person.aliases?.[0] ?? null;
  if (after === 'employeeId') return person.employeeId ?? null;
  if (after === 'localPart') return person.userPrincipalName.split('@')[0] ?? null;
  return after === 'displayName' ? person.displayName : [...others, first].join(' ');
}

function fileOf(person: BulkPerson, how: Spelling): string | null {
  const { after, separator, accents, form, change, before, behind, ending } = how;
  let text = identity(person, after);
  if (text === null) return null;
  if (separator !== null && !text.includes('@')) text = text.replace(/[ ,.]+/g, separator);
  if (accents === 'doubled') text = text.replace(/[öüøØ]/g, (one) => double[one] ?? one);
  if (accents === 'dropped')
    text = text
      .replace(/[øØŁł]/g, (one) => dropped[one] ?? one)
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');
  if (change !== 'none') text = change === 'upper' ? text.toUpperCase() : text.toLowerCase();
  return `${before}${text.normalize(form)}${behind}${ending}`;
}

test('whatever is decided is right, and a name that two people have is never decided', async () => {
  const counts = { decided: 0, asked: 0, open: 0 };
  await fc.assert(
    fc.asyncProperty(
      organization,
      fc.array(fc.tuple(fc.nat(), spelling), { maxLength: 12 }),
      async (people, choices) => {
        const index = await PeopleIndex.create(people);
        const owners = new Map<string, BulkPerson>();
        for (const [number, how] of choices) {
          const owner = people[number % people.length];
          const path = owner && fileOf(owner, how);
          // The same name for two people is no name of either.
          if (owner && path && (owners.get(path) ?? owner) === owner) owners.set(path, owner);
          else if (path) owners.delete(path);
        }
        const { files } = await matchFiles([...owners.keys()], index);
        for (const match of files) {
          const owner = owners.get(match.path);
          if (match.kind === 'unmatched') counts.open++;
          else if (match.kind === 'ambiguous') counts.asked++;
          else counts.decided++;
          if (match.kind !== 'matched') continue;
          expect([match.path, match.person]).toEqual([match.path, owner]);
          const { kind } = match.reason;
          if (kind === 'displayName') {
            const isSame = (one: BulkPerson): boolean => one.displayName === owner?.displayName;
            expect(people.filter(isSame)).toHaveLength(1);
          }
        }
        const matched = files.flatMap((one) => (one.kind === 'matched' ? [one.person.id] : []));
        expect(new Set(matched).size).toBe(matched.length);
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? 1_000) },
  );
  // Deciding nothing would be right as well.
  expect(counts.decided).toBeGreaterThan(counts.open * 3);
});
