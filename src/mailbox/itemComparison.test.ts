import { ItemComparison } from './itemComparison';

type Item = Parameters<ItemComparison['compare']>[0];

const message = (itemId: string): Item => ({ itemType: 'message', subject: 'Hi', itemId }) as unknown as Item;
const draft = (conversationId = ''): Item => ({ itemType: 'message', subject: {}, conversationId }) as unknown as Item;
const selected = (...ids: string[]) => ids.map((id) => ({ id, isDraft: id.startsWith('draft') }));

test('a message is selected while its id alone is', () => {
  const comparison = new ItemComparison();
  expect(comparison.compare(message('a'), selected('a'))).toBe('selected');
  expect(comparison.compare(message('a'), selected('b'))).toBe('notSelected');
  expect(comparison.compare(message('a'), selected('b'))).toBe('notSelected');
  expect(comparison.compare(message('a'), selected('a', 'b'))).toBe('notSelected');
  expect(comparison.compare(message('a'), selected())).toBe('notSelected');
  expect(comparison.compare(message('a'), selected('a'))).toBe('selected');
});

test('several messages with the item among them are compared at once', () => {
  expect(new ItemComparison().compare(message('a'), selected('a', 'b'))).toBe('notSelected');
});

test('ids that never named an item are not compared: the message is in a window of its own', () => {
  const comparison = new ItemComparison();
  expect(comparison.compare(message('a'), selected('x'))).toBe('unknown');
  expect(comparison.compare(message('a'), selected('y'))).toBe('unknown');
});

test('another message of the selected conversation is selected', () => {
  const comparison = new ItemComparison();
  comparison.compare(message('a'), selected('a'));
  expect(comparison.compare(message('b'), selected('a'))).toBe('selected');
  expect(comparison.compare(message('b'), selected('a'))).toBe('selected');
});

test('an item and ids that changed both, and differ, are not the same', () => {
  const comparison = new ItemComparison();
  comparison.compare(message('a'), selected('a'));
  expect(comparison.compare(message('b'), selected('c'))).toBe('notSelected');
});

test('a draft has the id of the draft that was selected first', () => {
  const comparison = new ItemComparison();
  const one = draft();
  expect(comparison.compare(one, selected('draft1'))).toBe('selected');
  expect(comparison.compare(one, selected('a'))).toBe('notSelected');
  expect(comparison.compare(one, selected('draft2'))).toBe('notSelected');
  expect(comparison.compare(draft('other'), selected('draft2'))).toBe('selected');
});

test('a draft that is written beside the selected message is not compared', () => {
  const comparison = new ItemComparison();
  comparison.compare(message('a'), selected('a'));
  expect(comparison.compare(draft(), selected('a'))).toBe('unknown');
  expect(comparison.compare(draft(), selected())).toBe('unknown');
});

test('an item without an id is not compared', () => {
  expect(new ItemComparison().compare(message(''), selected('a'))).toBe('unknown');
});
