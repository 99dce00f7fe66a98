import { parseFilter } from './filter';
import { matches, nodesOf, pathsOf } from './matches';
import { QueryError } from './tokenize';

const ivy = {
  id: '1',
  displayName: 'Ivy Bell',
  mail: 'ivy.bell@contoso.com',
  accountEnabled: true,
  jobTitle: null,
  proxyAddresses: ['SMTP:ivy.bell@contoso.com', 'smtp:ivy.miller@contoso.com'],
  emailAddresses: [{ name: 'Ivy', address: 'ivy@home.example' }],
};

test.each([
  ["mail eq 'IVY.BELL@contoso.com'", true],
  ["mail eq 'other@contoso.com'", false],
  ["mail ne 'other@contoso.com'", true],
  ["mail in ('a@x.example', 'ivy.bell@contoso.com')", true],
  ["mail in ('a@x.example')", false],
  ["startswith(displayName,'ivy')", true],
  ["startsWith(displayName, 'bell')", false],
  ["endswith(mail,'@contoso.com')", true],
  ['accountEnabled eq true', true],
  ['accountEnabled eq false', false],
  ['jobTitle eq null', true],
  ['not (accountEnabled eq true)', false],
  ["not startswith(displayName,'x')", true],
  ["mail eq 'x' or id eq '1' and displayName eq 'Ivy Bell'", true],
  ["(mail eq 'x' or id eq '1') and displayName eq 'x'", false],
  ["mail eq 'x' OR id EQ '1'", true],
  ["proxyAddresses/any(p:p eq 'smtp:ivy.miller@contoso.com')", true],
  ["proxyAddresses/any(p:p eq 'smtp:IVY.Miller@contoso.com')", true],
  ["proxyAddresses/any(p:p eq 'SMTP:ivy.miller@contoso.com')", false],
  ["proxyAddresses/any(p:startswith(p,'SMTP:ivy'))", true],
  ["emailAddresses/any(a:a/address eq 'ivy@home.example')", true],
  ["emailAddresses/any(a:a/address eq 'x')", false],
])('%s -> %s', (filter, expected) => {
  expect(matches(ivy, parseFilter(filter))).toBe(expected);
});

test('a doubled apostrophe stands for one', () => {
  expect(parseFilter("mail eq 'o''brien@x.example'")).toEqual({
    kind: 'compare',
    operator: 'eq',
    path: 'mail',
    value: "o'brien@x.example",
  });
});

test('text that looks like an operator stays text', () => {
  expect(matches({ displayName: 'a or b' }, parseFilter("displayName eq 'a or b'"))).toBe(true);
});

test.each([
  '',
  'mail',
  'mail eq',
  "mail eq 'open",
  "mail eq 'a' or",
  "(mail eq 'a'",
  "mail eq 'a')",
  'mail in ()',
  "mail like 'a'",
  "contains(mail,'a')",
  'startswith(mail)',
  'startswith(mail,true)',
  "proxyAddresses/any(p p eq 'a')",
  "mail eq 'a' 'b'",
  'mail = 1',
])('%s is refused', (filter) => {
  expect(() => parseFilter(filter)).toThrow(QueryError);
});

test('the paths of a filter are those outside of "any"', () => {
  const filter = parseFilter("mail eq 'a' or not (proxyAddresses/any(p:p eq 'b') and startswith(displayName,'c'))");
  expect(pathsOf(filter)).toEqual(['mail', 'proxyAddresses', 'displayName']);
  expect(nodesOf(filter)).toHaveLength(7);
});
