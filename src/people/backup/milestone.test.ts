import { milestoneOf } from './milestone';

test.each([
  [0, 312, 0],
  [77, 312, 0],
  [78, 312, 78],
  [155, 312, 78],
  [311, 312, 234],
  [312, 312, 312],
  [1, 3, 1],
  [2, 3, 2],
  [0, 0, 0],
])('%i of %i is announced as %i', (count, total, milestone) => {
  expect(milestoneOf(count, total)).toBe(milestone);
});

test('it is never more than what is done, and changes four times', () => {
  const shown = Array.from({ length: 1001 }, (_none, count) => [count, milestoneOf(count, 1000)] as const);
  expect(shown.filter(([count, milestone]) => milestone > count)).toEqual([]);
  expect(new Set(shown.map(([, milestone]) => milestone)).size).toBe(5);
});
