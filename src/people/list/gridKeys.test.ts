import { cellAfterKey } from './gridKeys';

const size = { rows: 101, columns: 5, page: 10 };

test.each([
  ['ArrowDown', false, { row: 6, column: 2 }],
  ['ArrowUp', false, { row: 4, column: 2 }],
  ['ArrowLeft', false, { row: 5, column: 1 }],
  ['ArrowRight', false, { row: 5, column: 3 }],
  ['PageDown', false, { row: 15, column: 2 }],
  ['PageUp', false, { row: 0, column: 2 }],
  ['Home', false, { row: 5, column: 0 }],
  ['End', false, { row: 5, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 100, column: 4 }],
  ['a', false, null],
  ['Tab', false, null],
])('%s (with Ctrl: %s) leads to %j', (key, ctrlKey, expected) => {
  expect(cellAfterKey({ row: 5, column: 2 }, { key, ctrlKey }, size)).toEqual(expected);
});

test('the edges hold', () => {
  const last = { row: 100, column: 4 };
  expect(cellAfterKey(last, { key: 'ArrowDown', ctrlKey: false }, size)).toEqual(last);
  expect(cellAfterKey(last, { key: 'ArrowRight', ctrlKey: false }, size)).toEqual(last);
});
