import fc from 'fast-check';
import { graphKey, odataKey, ownerKey } from './userKeys';

/** Any characters, and among them those that mean something in a path or in a key. */
const unit = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.constantFrom("'", '/', '#', '?', '%', '+', '&', ' '),
);

test('any address is one path segment and decodes to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1 }), (address) => {
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

test('an address is one entry, in capitals or small letters, composed or not', () => {
  const written = [
    'Jos\u00e9@B\u00fccher.example',
    'JOSE\u0301@BU\u0308CHER.EXAMPLE',
    ' jos\u00e9@bu\u0308cher.example ',
  ];
  expect(new Set(written.map((address) => ownerKey({ address })))).toEqual(new Set(['@jos\u00e9@b\u00fccher.example']));
  expect(graphKey(written[1] ?? '')).toBe(graphKey('JOS\u00c9@B\u00dcCHER.EXAMPLE'));
});

test('halves of characters, which JSON may hold, are left out of a path', () => {
  const half = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: half }), (id) => expect(() => graphKey(id)).not.toThrow()));
  expect(graphKey('a\ud83db')).toBe('ab');
});
