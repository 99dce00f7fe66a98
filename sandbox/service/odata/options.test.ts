import { readOptions, skipToken } from './options';

const limits = { pageSize: 100, maxTop: 999, properties: ['id', 'displayName'], type: 'microsoft.graph.user' };
const read = (query: string) => readOptions(new URLSearchParams(query), limits);

test('without options a page has the default size', () => {
  expect(read('')).toEqual({
    filter: null,
    search: null,
    select: null,
    top: 100,
    skip: 0,
    isCounted: false,
    orderBy: null,
  });
});

test('options may be written without the dollar sign, properties in any case', () => {
  expect(read('select=ID,displayname&$top=5&$count=true&$orderby=displayName desc')).toMatchObject({
    select: ['id', 'displayName'],
    top: 5,
    isCounted: true,
    orderBy: { property: 'displayName', isDescending: true },
  });
});

test('the token of a next link continues where the page ended', () => {
  expect(read(`$skiptoken=${skipToken(20)}`).skip).toBe(20);
});

test.each(['$top=0', '$top=1000', '$top=x', '$select=shoeSize', '$orderby=shoeSize', '$skiptoken=x', '$filter=x'])(
  '%s is refused',
  (query) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ name: 'QueryError' }) as Error);
  },
);
