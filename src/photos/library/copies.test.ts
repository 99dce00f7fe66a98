import type { NoPhoto, Photo } from '../api/photoService';
import type { Copy } from '../cache/copy';
import { bestCopy, covers, differ, isReplaced } from './copies';

const photo = (eTag: string | null, hasMetadata = true): Photo => ({
  kind: 'photo',
  picture: new Blob(),
  metadata: hasMetadata ? { id: '1', width: 64, height: 64, contentType: 'image/jpeg', eTag } : null,
});
const none: NoPhoto = { kind: 'none', reason: 'notSet' };
const copy = (result: Photo | NoPhoto, pixels: number, readAt = 0): Copy => ({
  result,
  pixels,
  readAt,
  origin: 'service',
  session: 0,
  tenantId: null,
});
const large = { pixels: 240, withMetadata: true };
const small = { pixels: 64, withMetadata: false };

test.each([
  ['a photo read for 240 px with metadata', copy(photo('1'), 240), large, true],
  ['a photo read for 64 px', copy(photo('1'), 64), large, false],
  ['a picture without metadata', copy(photo('1', false), 240), large, false],
  ['a picture without metadata, where none is needed', copy(photo('1', false), 64), small, true],
  ['absence', copy(none, 0), large, true],
])('%s covers the size: %#', (_name, one, size, expected) => {
  expect(covers(one, size)).toBe(expected);
});

test.each([
  ['the same eTag', photo('1'), photo('1'), false],
  ['another eTag', photo('1'), photo('2'), true],
  ['no eTag on one side', photo('1'), photo(null), false],
  ['a picture alone', photo('1'), photo('1', false), false],
  ['a photo and absence', photo('1'), none, true],
  ['absence twice', none, none, false],
])('%s differs: %#', (_name, one, other, expected) => {
  expect([differ(one, other), differ(other, one)]).toEqual([expected, expected]);
});

test('the best copy is the latest that covers the size, unless a later one contradicts it', () => {
  const [old, newer] = [copy(photo('1'), 240, 1), copy(photo('1'), 240, 2)];
  expect(bestCopy([old, newer], large)).toBe(newer);
  expect(bestCopy([old, copy(photo('1'), 64, 3)], large)).toBe(old);
  expect(bestCopy([old, copy(photo('2'), 64, 3)], large)).toBeUndefined();
  expect(bestCopy([], large)).toBeUndefined();
});

test.each([
  [photo('1'), '1', true],
  [photo('2'), '1', false],
  [none, null, true],
  [photo('1'), null, false],
  [none, '1', false],
])('an answer that reports the replaced photo is recognized: %#', (result, eTag, expected) => {
  expect(isReplaced(result, { eTag, until: 1 })).toBe(expected);
});
