import fc from 'fast-check';
import { readMetadata } from './metadata';

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
  [{ id: '', width: 64, height: 64 }, expect.objectContaining({ id: '64x64' })],
  [{ id: 'x'.repeat(10_000), width: 64, height: 64 }, expect.objectContaining({ id: '64x64' })],
  [{ width: '64', height: '48' }, expect.objectContaining({ width: 64, height: 48 })],
  [{ width: -64, height: 64 }, null],
  [{ width: 64.5, height: 64 }, null],
  [{ width: 1e300, height: 1e300 }, null],
  [{ id: '64x64', width: 0, height: 'many' }, expect.objectContaining({ width: 64, height: 64 })],
  [{ id: '9999999999x1' }, null],
  [{ width: { valueOf: 1, toString: 1 }, height: [64] }, null],
  [null, null],
  ['text', null],
])('%j is read as %j', (json, expected: unknown) => {
  expect(readMetadata(json)).toEqual(expected);
});

test('whatever JSON it is, metadata has whole dimensions above zero and short texts, or is none', () => {
  const value = fc.oneof(fc.jsonValue(), fc.double(), fc.constantFrom('64', '64x64', '0x0', '', '1e3'));
  const fields = fc.record(
    { id: value, Id: value, width: value, height: value, '@odata.mediaContentType': value, '@odata.mediaEtag': value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fields), (json) => {
      const metadata = readMetadata(json);
      if (!metadata || !('width' in metadata)) return;
      const { width, height, id, contentType } = metadata;
      expect([width, height].every((side) => Number.isInteger(side) && side > 0 && side < 1e6)).toBe(true);
      expect([id, contentType].every((text) => text.length > 0 && text.length < 200)).toBe(true);
    }),
  );
});
