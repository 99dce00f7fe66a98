import fc from 'fast-check';
import { graphKey, odataKey } from './userKeys';

test('any address is one path segment and decodes to itself', () => {
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
