import { parseRequestPath } from './requestPath';
import { findTarget } from './target';

const targetOf = (path: string) => {
  const parsed = parseRequestPath(path);
  return parsed && findTarget(parsed);
};

const photoOf = (key: string | null, operation = 'photo', size: number | null = null) => ({
  kind: 'photo',
  owner: { kind: 'user', key },
  operation,
  size,
});

test.each([
  ['/v1.0/me/photo/$value', photoOf(null)],
  ['/v1.0/me/photo/%24value', photoOf(null)],
  ['/v1.0/users/ivy%40contoso.com/photo', photoOf('ivy@contoso.com', 'metadata')],
  ["/v1.0/users('ivy@contoso.com')/photo/$value", photoOf('ivy@contoso.com')],
  ['/v1.0/users(%27ivy%40contoso.com%27)/photo/$value', photoOf('ivy@contoso.com')],
  ["/v1.0/users/o'brien@contoso.com/photo/$value", photoOf("o'brien@contoso.com")],
  ['/v1.0/users/a/photos', photoOf('a', 'sizes')],
  ['/v1.0/users/a/photos/48x48', photoOf('a', 'metadata', 48)],
  ["/v1.0/users/a/photos('48X48')/$value", photoOf('a', 'photo', 48)],
  ["/API/V2.0/USERS('o''brien%40contoso.com')/PHOTO/$VALUE", photoOf("o'brien@contoso.com")],
  ['/api/v2.0/Users(%27a@contoso.com%27)/photo', photoOf('a@contoso.com', 'metadata')],
  ['/api/v2.0/Users/a@contoso.com/photo', photoOf('a@contoso.com', 'metadata')],
  ["/api/beta/me/photos('64x64')/$value", photoOf(null, 'photo', 64)],
  ['/v1.0/me', { kind: 'user', key: null }],
  ['/v1.0/me/', { kind: 'user', key: null }],
  ['/v1.0/users?$top=5', { kind: 'users', isCount: false }],
  ['/v1.0/users/$count', { kind: 'users', isCount: true }],
  ['/v1.0/groups/g', { kind: 'group', id: 'g' }],
  ['/v1.0/groups/g/photo/$value', { kind: 'photo', owner: { kind: 'group', id: 'g' }, operation: 'photo', size: null }],
  ['/v1.0/me/contacts', { kind: 'contacts', key: null, folder: null, isCount: false }],
  ['/v1.0/me/contacts/$count', { kind: 'contacts', key: null, folder: null, isCount: true }],
  ['/v1.0/me/contactFolders', { kind: 'contactFolders', key: null }],
  ['/v1.0/me/contactFolders/f/contacts', { kind: 'contacts', key: null, folder: 'f', isCount: false }],
  ['/v1.0/me/contactFolders/f', { kind: 'contactFolder', key: null, id: 'f', isChildren: false }],
  ['/v1.0/me/contactFolders/f/childFolders', { kind: 'contactFolder', key: null, id: 'f', isChildren: true }],
  ['/v1.0/users/a/contacts/c', { kind: 'contact', key: 'a', id: 'c' }],
])('%s', (path, expected) => {
  expect(targetOf(path)).toEqual(expected);
});

test.each([
  '/v2.0/me',
  '/v1.0',
  '/v1.0/drive',
  '/v1.0/me/contactFolders/f/messages',
  '/v1.0/me/photo/x',
  '/v1.0/me/photos/large',
  '/v1.0/me/photos/$value',
  '/api/v2.0/me/photos',
  '/api/v2.0/groups',
  '/v1.0/users/%zz/photo',
  '/v1.0/users/%E0%A4%A/photo',
])('%s names nothing', (path) => {
  expect(targetOf(path)).toBeNull();
});

test('an encoded slash stays inside its segment', () => {
  expect(parseRequestPath('/v1.0/users/a%2Fb/photo')?.segments).toEqual(['users', 'a/b', 'photo']);
});
