import { nextPage, readOptions, type OptionLimits } from './options';

const limits: OptionLimits = {
  pageSize: 100,
  maxTop: 999,
  properties: ['id', 'displayName'],
  type: 'microsoft.graph.user',
  paging: '$skiptoken',
};
const mailbox: OptionLimits = { ...limits, paging: '$skip' };
const read = (query: string, which = limits) => readOptions(new URLSearchParams(query), which);

test('without options a page has the default size', () => {
  expect(read('')).toEqual({
    filter: null,
    search: null,
    select: null,
    top: 100,
    skip: 0,
    isCounted: false,
    orderBy: [],
  });
});

test('options may be written without the dollar sign, properties in any case', () => {
  expect(read('select=ID,displayname&$top=5&$count=true&$orderby=displayName desc,id')).toMatchObject({
    select: ['id', 'displayName'],
    top: 5,
    isCounted: true,
    orderBy: [
      { property: 'displayName', isDescending: true },
      { property: 'id', isDescending: false },
    ],
  });
});

test.each([limits, mailbox])('a next link continues where the page ended: $paging', (which) => {
  const next = nextPage(new URLSearchParams('$top=5'), 20, which);
  expect(read(next, which)).toMatchObject({ top: 5, skip: 20 });
  expect(read(nextPage(new URLSearchParams(next), 25, which), which).skip).toBe(25);
});

test.each([
  '$top=0',
  '$top=1000',
  '$top=x',
  '$select=shoeSize',
  '$orderby=shoeSize',
  '$orderby=id,',
  '$skip=1',
  '$skiptoken=x',
  '$filter=x',
])('%s is refused', (query) => {
  expect(() => read(query)).toThrow(expect.objectContaining({ name: 'QueryError' }) as Error);
});

test('a number to skip has to be one', () => {
  expect(() => read('$skip=x', mailbox)).toThrow("Invalid value 'x' for $skip.");
});
