/** First bytes of the image types that are shown. The bytes decide the type, never a name or a header. */
const types: readonly (readonly [type: string, matches: (bytes: Uint8Array) => boolean])[] = [
  ['image/jpeg', (bytes) => starts(bytes, 0, [0xff, 0xd8, 0xff])],
  ['image/png', (bytes) => starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47])],
  ['image/gif', (bytes) => starts(bytes, 0, [0x47, 0x49, 0x46, 0x38])],
  ['image/webp', (bytes) => starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])],
];

/** The MIME type of a picture, detected from its first bytes; null for anything else. */
export function imageType(bytes: Uint8Array): string | null {
  return types.find(([, matches]) => matches(bytes))?.[0] ?? null;
}

/** The 1x1 GIF that means "no photo" (R7). */
export function isPlaceholder(bytes: Uint8Array): boolean {
  return imageType(bytes) === 'image/gif' && starts(bytes, 6, [1, 0, 1, 0]);
}

function starts(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}
