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
  [null, null],
  ['text', null],
])('%j is read as %j', (json, expected: unknown) => {
  expect(readMetadata(json)).toEqual(expected);
});
