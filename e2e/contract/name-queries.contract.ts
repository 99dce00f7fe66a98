import fc from 'fast-check';
import { parseFilter, type Filter } from '../../sandbox/service/odata/filter';
import { readOptions, type OptionLimits } from '../../sandbox/service/odata/options';
import { parseSearch, type Search } from '../../sandbox/service/odata/search';
import { filterQuery, mostFound, searchQuery, wordsOf } from '../../src/photos/api/graph/nameQueries';

const limits: OptionLimits = {
  pageSize: 100,
  maxTop: 999,
  properties: ['id', 'displayName', 'mail', 'userPrincipalName', 'userType'],
  type: 'microsoft.graph.user',
  paging: '$skiptoken',
};

/** Texts as people type them, and as no one does: halves of surrogate pairs and control characters too. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        "'",
        "''",
        ' ',
        ':',
        '(',
        ')',
        ' OR ',
        ' AND ',
        ' or ',
        '&$top=1',
        '%27',
        '#',
        '+',
        'ß',
        'é',
        'e\u0301',
        'mail:',
        'meg',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

/** The options that the service reads of a query; it fails where a text breaks out of its place. */
function optionsIn(query: string): ReturnType<typeof readOptions> {
  const parameters = new URL(`https://graph.example/v1.0/users?${query}`).searchParams;
  expect([...parameters.keys()].sort()).toEqual(
    [query.startsWith('$search') ? '$search' : '$filter', '$select', '$top'].sort(),
  );
  const options = readOptions(parameters, limits);
  expect(options.top).toBe(mostFound);
  return options;
}

function clausesOf(search: Search): readonly (readonly [string, string])[] {
  return search.kind === 'clause' ? [[search.property, search.text]] : search.parts.flatMap(clausesOf);
}

function callsOf(filter: Filter): readonly (readonly [string, string])[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.flatMap(callsOf);
  if (filter.kind !== 'call') throw new Error(`A ${filter.kind} in the filter`);
  return [[filter.path, filter.value]];
}

test('whatever is typed, a search asks for these words and for nothing else', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = wordsOf(text);
      fc.pre(words.length > 0);
      const { search, filter } = optionsIn(searchQuery(words));
      const names = words.map((word) => ['displayName', word]);
      const [first = ''] = words;
      expect(filter).toBeNull();
      expect(search && clausesOf(search)).toEqual(words.length > 1 ? names : [...names, ['mail', first]]);
      expect(search?.kind).toBe(words.length > 1 ? 'and' : 'or');
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, a filter asks for these beginnings and for nothing else', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = wordsOf(text);
      fc.pre(words.length > 0);
      const { search, filter } = optionsIn(filterQuery(words));
      const [first = '', ...others] = words;
      const [whole, rest] = [words.join(' '), others.join(' ')];
      const single = [
        ['displayName', first],
        ['givenName', first],
        ['surname', first],
        ['mail', first],
      ];
      const both = [
        ['displayName', whole],
        ['givenName', first],
        ['surname', rest],
        ['surname', first],
        ['givenName', rest],
      ];
      expect(search).toBeNull();
      expect(filter && callsOf(filter)).toEqual(others.length > 0 ? both : single);
      expect(filter?.kind).toBe('or');
    }),
    { numRuns: 500 },
  );
});

test('words are composed, and no text is lost but control characters', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const typed = text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\s]/gu, '');
      fc.pre(wordsOf(text).length < 8);
      expect(wordsOf(text).join('')).toBe(typed);
    }),
  );
});

test.each([
  ['meg', '"displayName:meg" OR "mail:meg"', "startswith(displayName,'meg')"],
  ["miriam o'b", '"displayName:miriam" AND "displayName:o\'b"', "startswith(displayName,'miriam o''b')"],
  ['ju\u0308rgen', '"displayName:jürgen" OR "mail:jürgen"', "startswith(displayName,'jürgen')"],
])('%s is searched as %s', (text, search, filter) => {
  const parameters = (query: string): URLSearchParams => new URLSearchParams(query);
  expect(parameters(searchQuery(wordsOf(text))).get('$search')).toBe(search);
  expect(parameters(filterQuery(wordsOf(text))).get('$filter')).toContain(filter);
  expect(() => parseSearch(search)).not.toThrow();
  expect(() => parseFilter(filter)).not.toThrow();
});
