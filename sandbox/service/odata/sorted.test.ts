import { sorted } from './sorted';

const people = [
  { name: 'b', city: 'x' },
  { name: 'a', city: null },
  { name: 'c', city: 'x' },
];
const order = (orderBy: Parameters<typeof sorted>[1]) => sorted(people, orderBy).map(({ name }) => name);

test('entities are sorted by each property in turn; one without a value is first', () => {
  const byName = { property: 'name', isDescending: true };
  expect(order([])).toEqual(['b', 'a', 'c']);
  expect(order([byName])).toEqual(['c', 'b', 'a']);
  expect(order([{ property: 'city', isDescending: false }, byName])).toEqual(['a', 'c', 'b']);
});
