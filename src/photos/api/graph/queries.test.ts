import fc from 'fast-check';
import { isMailAddress } from '../../../base';
import type { ServiceResponse } from '../responses';
import { GraphContacts } from './graphContacts';
import { GraphDirectory } from './graphDirectory';
import { wordsOf } from './nameQueries';

// What the service reads in a query has to be exactly what was looked for, whatever that is.

/** Any character, halves of surrogate pairs among them, and those that mean something in a query. */
const unit = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    "'",
    '"',
    '\\',
    '%',
    '&',
    '#',
    '+',
    ' ',
    '\n',
    '\0',
    '\u2019',
    ',',
    '(',
    ')',
    ':',
    '$',
    '=',
    'e\u0301',
  ),
);
const text = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit, minLength: 250, maxLength: 400 }));
/** As long as an address may be. */
const addresses = fc
  .tuple(fc.string({ unit, minLength: 1, maxLength: 64 }), fc.string({ unit, minLength: 1, maxLength: 255 }))
  .map((parts) => parts.join('@'))
  .filter(isMailAddress);

/** The options of a query as a server reads them. */
function optionsOf(query: string): ReadonlyMap<string, string> {
  expect(query).toMatch(/^[\w\-.!~*'()%$=&,]*$/);
  return new Map(
    query.split('&').map((option) => {
      const [name = '', ...value] = option.split('=');
      return [name, decodeURIComponent(value.join('='))];
    }),
  );
}

/** An OData filter: its texts, unquoted, and what is around them, with `?` in place of each. */
function readFilter(filter: string): { texts: readonly string[]; frame: string } {
  const literal = /'((?:[^']|'')*)'/g;
  const texts = [...filter.matchAll(literal)].map(([, inside = '']) => inside.replaceAll("''", "'"));
  const frame = filter.replace(literal, '?');
  expect(frame).not.toContain("'");
  return { texts, frame };
}

const clausesIn = (frame: string): number => frame.split(' or ').length;

test('the words of any text are few, and have neither control characters nor halves of characters', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const words = wordsOf(typed);
      expect(words.length).toBeLessThanOrEqual(8);
      // Some characters are composed of more than one, so that composing makes a text longer; no character of three.
      expect(words.join(' ').length).toBeLessThanOrEqual(3 * 254);
      for (const word of words) expect(word).toMatch(/^[^\s\p{Cc}\p{Cs}]+$/u);
    }),
  );
});

/** Records the queries of searches; every answer is empty. */
function recorder() {
  const queries: string[] = [];
  const read = (path: string): Promise<ServiceResponse> => {
    const [resource = '', query = ''] = path.split(/\?(.*)/s);
    expect(resource).toMatch(/^\/(users|groups|me\/contacts|me\/contactFolders)$/);
    queries.push(query);
    const answer = { status: 200, headers: new Headers(), json: { value: [] }, bytes: new Uint8Array() };
    return Promise.resolve({ ...answer, isRetried: false });
  };
  return { queries, read };
}

test('a search for any addresses, alone or in groups, has exactly these, and no more than fifteen clauses', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(addresses, { minLength: 1, maxLength: 3 }), fc.boolean(), async (some, isMany) => {
      const all = isMany ? Array.from({ length: 61 }, (_none, index) => some[index % some.length] ?? '') : some;
      const { queries, read } = recorder();
      const directory = new GraphDirectory(
        read,
        (send) => setImmediate(send),
        () => true,
      );
      const found = all.flatMap((one) => [directory.findUsers(one), directory.findGroups(one)]);
      await Promise.all(found);
      const looked = queries.map((query) => readFilter(optionsOf(query).get('$filter') ?? ''));
      for (const { texts, frame } of looked) {
        expect(clausesIn(frame)).toBeLessThanOrEqual(15);
        expect(frame).toMatch(/^mail in \(\?(,\?){0,6}\)( or proxyAddresses\/any\(p:p eq \?\)){2,14}$/);
        const own = texts.slice(0, texts.length / 3);
        expect(texts).toEqual([...own, ...own.flatMap((one) => [`SMTP:${one}`, `smtp:${one}`])]);
      }
      const mails = looked.flatMap(({ texts }) => texts.slice(0, texts.length / 3));
      expect([...mails].sort()).toEqual([...all, ...all].sort());
    }),
    { numRuns: 50 },
  );
});

test('a search for a contact has exactly its address', async () => {
  await fc.assert(
    fc.asyncProperty(addresses, async (address) => {
      const { queries, read } = recorder();
      await new GraphContacts(read).find(address);
      const [query = ''] = queries.filter((one) => one.includes('emailAddresses'));
      const { texts, frame } = readFilter(optionsOf(query).get('$filter') ?? '');
      expect({ texts, frame }).toEqual({ texts: [address], frame: 'emailAddresses/any(a:a/address eq ?)' });
    }),
  );
});
