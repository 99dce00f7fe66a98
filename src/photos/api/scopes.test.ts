import { allReadingScopes, readingScopes, writingScopes } from './scopes';

const dialects = ['graph', 'outlook'] as const;
const owners = ['me', 'others', 'groups', 'contacts'] as const;

test('every token request names a permission of the service, and no permission of OpenID', () => {
  const requests = dialects.flatMap((dialect) => [
    allReadingScopes(dialect, false),
    allReadingScopes(dialect, true),
    ...owners.flatMap((owner) => [readingScopes(dialect, owner), writingScopes(dialect, owner)]),
  ]);
  for (const scopes of requests) {
    expect(scopes.length).toBeGreaterThan(0);
    for (const scope of scopes) expect(scope).toMatch(/(^|\/)(User|Group|Contacts)\.[A-Z]\w*(\.\w+)?$/);
  }
});

test('the permission to write is no part of a request that reads', () => {
  for (const dialect of dialects) {
    const reading = [...allReadingScopes(dialect, true), ...owners.flatMap((owner) => readingScopes(dialect, owner))];
    expect(reading.filter((scope) => scope.includes('Write'))).toEqual([]);
  }
});
