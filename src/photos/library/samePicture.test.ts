import { isSamePicture } from './samePicture';

const picture = (...levels: number[]): Blob => new Blob([Uint8Array.from(levels)]);
/** The bytes are the levels. */
const thumbnail = async (one: Blob): Promise<Uint8Array> => new Uint8Array(await one.arrayBuffer());

test.each([
  ['the same bytes', picture(1, 2, 3, 255), picture(1, 2, 3, 255), true],
  ['levels that another encoding has moved', picture(100, 100, 100, 255), picture(102, 98, 103, 255), true],
  ['other levels', picture(100, 100, 100, 255), picture(110, 100, 100, 255), false],
])('%s: %#', async (_name, one, other, expected) => {
  expect(await isSamePicture(one, other, thumbnail)).toBe(expected);
});

test('without a decoder the bytes alone count', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('Not a picture'));
  expect(await isSamePicture(picture(1), picture(1), broken)).toBe(true);
  expect(await isSamePicture(picture(1), picture(2), broken)).toBe(false);
});
