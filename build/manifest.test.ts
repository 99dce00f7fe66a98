import { readFileSync } from 'node:fs';
import { addinAddressFrom, rewriteManifest } from './manifest';

test.each([
  [undefined, 'https://localhost:3000'],
  ['https://photos.contoso.com', 'https://photos.contoso.com'],
  ['https://contoso.com/photos/', 'https://contoso.com/photos'],
])('ADDIN_ORIGIN %s -> %s', (origin, address) => {
  expect(addinAddressFrom({ ADDIN_ORIGIN: origin })).toBe(address);
});

test.each(['http://photos.contoso.com', 'photos.contoso.com', 'https://contoso.com?a=1'])(
  'ADDIN_ORIGIN %s is refused',
  (origin) => {
    expect(() => addinAddressFrom({ ADDIN_ORIGIN: origin })).toThrow(`ADDIN_ORIGIN is "${origin}"`);
  },
);

test('no address of the repository is left in the manifest', () => {
  const manifest = rewriteManifest(readFileSync('manifest.xml', 'utf8'), 'https://contoso.com/photos');
  expect(manifest).not.toContain('localhost');
  expect(manifest).toContain('https://contoso.com/photos/taskpane.html');
});
