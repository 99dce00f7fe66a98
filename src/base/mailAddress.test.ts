import { isMailAddress, isSameAddress, normalizeAddress } from './mailAddress';

test.each([
  ['megan@contoso.com', true],
  ['/o=ExchangeLabs/ou=x/cn=y', false],
  ['/o=ExchangeLabs/cn=y@z', false],
  ['', false],
  ['Megan', false],
])('%j is a mail address: %s', (text, expected) => {
  expect(isMailAddress(text)).toBe(expected);
});

test.each([
  ['Megan@Contoso.com ', 'megan@contoso.com', true],
  ['jose\u0301@contoso.com', 'jos\u00e9@contoso.com', true],
  ['megan@contoso.com', 'meg@contoso.com', false],
])('%j and %j are the same address: %s', (one, other, expected) => {
  expect(isSameAddress(one, other)).toBe(expected);
});

test('normalizing an address twice gives the same as normalizing it once', () => {
  expect(normalizeAddress(normalizeAddress(' ÅSA@contoso.com'))).toBe(normalizeAddress('A\u030asa@contoso.com'));
});
