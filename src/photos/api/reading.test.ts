import fc from 'fast-check';
import { graphKey, isAskable, odataKey } from './key';
import { readMetadata } from './metadata';
import { isPlaceholder, pictureType } from './picture';
import { sizeFor } from './sizes';

const bytes = (...start: number[]): Uint8Array => Uint8Array.from([...start, ...new Array<number>(16).fill(0)]);

test('metadata is read in both casings, and the eTag keeps its quotes', () => {
  const graph = {
    '@odata.mediaContentType': 'image/pjpeg',
    '@odata.mediaEtag': '"BA09"',
    id: '64X64',
    width: 64,
    height: 64,
  };
  const outlook = {
    '@odata.mediaContentType': 'image/pjpeg',
    '@odata.mediaEtag': '"BA09"',
    Id: '64X64',
    Width: 64,
    Height: 64,
  };
  const read = { id: '64X64', width: 64, height: 64, contentType: 'image/pjpeg', eTag: '"BA09"' };
  expect([readMetadata(graph), readMetadata(outlook)]).toEqual([read, read]);
});

test.each([
  [
    { id: '1X1', width: 1, height: 1, '@odata.mediaEtag': '' },
    { kind: 'none', reason: 'notSet' },
  ],
  [{ Id: '1X1' }, { kind: 'none', reason: 'notSet' }],
  [{ id: '48x48', width: 64, height: 64 }, expect.objectContaining({ width: 64, eTag: null })],
  [{ error: 'page' }, null],
  [null, null],
  ['text', null],
])('%j is read as %j', (json, expected: unknown) => {
  expect(readMetadata(json)).toEqual(expected);
});

test.each([
  [bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  [bytes(0x89, 0x50, 0x4e, 0x47), 'image/png'],
  [bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 0, 2, 0), 'image/gif'],
  [bytes(0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50), 'image/webp'],
  [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  [new Uint8Array(), null],
])('the kind of a picture is told by its first bytes (%#)', (content, type) => {
  expect(pictureType(content)).toBe(type);
});

test('the 1x1 GIF is no picture', () => {
  expect(isPlaceholder(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0))).toBe(true);
  expect(isPlaceholder(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 1, 1, 0))).toBe(false);
});

test('any address stays one segment of the path and comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (address) => {
      const wanted = address.normalize('NFC').trim();
      expect(graphKey(address)).not.toMatch(/[/?#\s]/);
      expect(decodeURIComponent(graphKey(address))).toBe(wanted);
      const [, inside = ''] = /^\('(.*)'\)$/.exec(odataKey(address)) ?? [];
      expect(inside).not.toMatch(/[/?#\s]/);
      // A lone apostrophe would end the key: they come in pairs.
      expect(inside.replaceAll("''", '')).not.toContain("'");
      expect(decodeURIComponent(inside).replaceAll("''", "'")).toBe(wanted);
    }),
  );
});

test.each([
  ['megan@contoso.com', true],
  ['/o=ExchangeLabs/ou=x/cn=y', false],
  ['', false],
  ['Megan', false],
])('%s can be asked for: %s', (address, expected) => {
  expect(isAskable(address)).toBe(expected);
});

test.each([
  [undefined, null],
  [48, '48x48'],
  [49, '64x64'],
  [648, '648x648'],
  [649, null],
])('drawn at %s pixels asks for %s', (pixels, size) => {
  expect(sizeFor(pixels)).toBe(size);
});
