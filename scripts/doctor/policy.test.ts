import { covers, effective, parsePolicies } from './policy';

const own = 'https://photos.contoso.com';

test.each([
  ["'self'", "'self'", true],
  [own, "'self'", true],
  ['photos.contoso.com', "'self'", true],
  ["'self'", own, true],
  ['*', 'https://graph.microsoft.com', true],
  ['https:', 'https://graph.microsoft.com', true],
  ['graph.microsoft.com', 'https://graph.microsoft.com', true],
  ['https://graph.microsoft.com/', 'https://graph.microsoft.com', true],
  ['https://graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com', false],
  ['https://*.microsoft.com', 'https://graph.microsoft.com', true],
  ['https://*.microsoft.com', 'https://microsoft.com', false],
  ['https://*.office.com', 'https://*.outlook.office.com', true],
  ['https://a.cloud.microsoft', 'https://*.cloud.microsoft', false],
  ['*', 'blob:', false],
  ['*', 'default', true],
  ["'unsafe-inline'", "'sha256-1'", true],
])('%s covers %s: %s', (source, wanted, expected) => {
  expect(covers([source], wanted, own)).toBe(expected);
});

test('a header with a comma has several policies', () => {
  expect(parsePolicies("default-src 'none', script-src a b;")).toEqual([
    new Map([['default-src', ["'none'"]]]),
    new Map([['script-src', ['a', 'b']]]),
  ]);
});

test('a directive that is there twice counts once, and one that is not there is decided by another', () => {
  const [policy = new Map<string, string[]>()] = parsePolicies("Script-Src a; script-src b; default-src 'none'");
  expect(effective(policy, 'worker-src')).toEqual({ name: 'script-src', sources: ['a'] });
  expect(effective(policy, 'img-src')).toEqual({ name: 'default-src', sources: ["'none'"] });
  expect(effective(policy, 'frame-ancestors')).toBeNull();
});
