import type { PhotoResult } from '../photos';
import { jpeg, people } from './bulkService.fixture';
import { lineOf, planKindOf } from './plan';

const isSame = async (one: Blob, other: Blob): Promise<boolean> => (await one.text()) === (await other.text());
const heldAs = (text: string, eTag: string | null): PhotoResult => ({
  kind: 'photo',
  picture: jpeg(text),
  metadata: { id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag },
});
const none: PhotoResult = { kind: 'none', reason: 'notSet' };

test.each([
  ['no photo', none, 'new'],
  ['the same photo', heldAs('a', '"1"'), 'unchanged'],
  ['another photo', heldAs('b', '"1"'), 'replaced'],
  ['a photo that cannot be read', null, 'unreadable'],
] as const)('%s: %s', async (_name, held, kind) => {
  expect(await planKindOf({ photo: jpeg('a'), held }, isSame)).toBe(kind);
});

test.each([
  ['none', none, { replaces: null }],
  ['one with an eTag', heldAs('b', '"1"'), { replaces: '"1"' }],
  ['one without an eTag', heldAs('b', null), {}],
  ['one that could not be read', null, {}],
] as const)('the line of a run replaces what the plan has shown: %s', (_name, held, expected) => {
  const [person] = people(1);
  if (!person) throw new Error('No person');
  const photo = jpeg('a');
  expect(lineOf({ person, file: 'a.jpg', photo, held })).toEqual({ person, file: 'a.jpg', photo, ...expected });
});
