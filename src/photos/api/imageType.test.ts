import { imageType, isPlaceholder } from './imageType';

const bytes = (...start: number[]): Uint8Array => Uint8Array.from([...start, ...new Array<number>(16).fill(0)]);

test.each([
  [bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  [bytes(0x89, 0x50, 0x4e, 0x47), 'image/png'],
  [bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 0, 2, 0), 'image/gif'],
  [bytes(0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50), 'image/webp'],
  [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  [new Uint8Array(), null],
])('the type of a picture is detected from its first bytes (%#)', (content, type) => {
  expect(imageType(content)).toBe(type);
});

test('the 1x1 GIF is a placeholder', () => {
  expect(isPlaceholder(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0))).toBe(true);
  expect(isPlaceholder(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 1, 1, 0))).toBe(false);
});
