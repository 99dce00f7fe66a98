import { readFileSync } from 'node:fs';
import { deploymentFrom, rewriteManifest } from './manifest';
import { manifestTranslations } from './manifestTranslations';

const repository = readFileSync('manifest.xml', 'utf8');
const authority = 'https://login.microsoftonline.com/common';

test.each([
  [undefined, 'https://localhost:3000'],
  ['https://photos.contoso.com', 'https://photos.contoso.com'],
  ['https://contoso.com/photos/', 'https://contoso.com/photos'],
  ['https://photos.example/sub/path', 'https://photos.example/sub/path'],
])('ADDIN_ORIGIN %s -> %s', (origin, address) => {
  expect(deploymentFrom({ ADDIN_ORIGIN: origin })).toEqual({ address });
});

test.each([
  'http://photos.contoso.com',
  'ftp://photos.contoso.com',
  'photos.contoso.com',
  'https://contoso.com?a=1',
  'https://contoso.com/#top',
  'https://admin:secret@contoso.com',
  'https://contoso.com/"><x',
  "https://contoso.com/it's",
  'https://contoso.com/two words',
  'https://',
])('ADDIN_ORIGIN %s is refused', (origin) => {
  expect(() => deploymentFrom({ ADDIN_ORIGIN: origin })).toThrow(`ADDIN_ORIGIN is "${origin}"`);
});

test('an id that is no GUID and a name that is too long are refused', () => {
  expect(() => deploymentFrom({ ADDIN_ID: 'photos' })).toThrow('ADDIN_ID is "photos"');
  expect(() => deploymentFrom({ ADDIN_NAME: 'x'.repeat(31) })).toThrow('ADDIN_NAME has 31 characters');
});

test('no address of the repository is left in the manifest', () => {
  const manifest = rewriteManifest(repository, { address: 'https://contoso.com/photos' }, authority);
  expect(manifest).not.toContain('localhost');
  expect(manifest).toContain('https://contoso.com/photos/taskpane.html');
  expect(manifest).toContain('<AppDomain>https://login.microsoftonline.com</AppDomain>');
});

test('a second deployment has an id and a name of its own, in every language', () => {
  const id = '0c0de0c0-0000-4000-8000-000000000001';
  const deployment = { address: 'https://contoso.com', id, name: 'Photos "test" & $1' };
  const manifest = rewriteManifest(repository, deployment, authority);
  expect(manifest).toContain(`<Id>${id}</Id>`);
  const [displayName = ''] = /<DisplayName [^]*?<\/DisplayName>/.exec(manifest) ?? [];
  expect(displayName.match(/"Photos &quot;test&quot; &amp; \$1"/g)).toHaveLength(1 + manifestTranslations.length);
});

test('the identity provider of another cloud is the allowed domain', () => {
  const cloud = 'https://login.microsoftonline.us/contoso.us';
  const manifest = rewriteManifest(repository, { address: 'https://contoso.us' }, cloud);
  expect(manifest.match(/<AppDomain>[^<]*/g)).toEqual(['<AppDomain>https://login.microsoftonline.us']);
});
