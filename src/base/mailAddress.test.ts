import fc from 'fast-check';
import { isMailAddress, isSameAddress, normalizeAddress } from './mailAddress';

test.each([
  ['megan@contoso.com', true],
  ['/o=ExchangeLabs/ou=x/cn=y', false],
  ['/o=ExchangeLabs/cn=y@z', false],
  ['/O=CONTOSO/OU=FIRST ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=MEGAN', false],
  ['EX:/o=ExchangeLabs/cn=y@z', false],
  ['IMCEAEX-_o=ExchangeLabs_ou=x_cn=Recipients_cn=y@namprd01.prod.outlook.com', false],
  ['imceaex-_o=x@contoso.com', false],
  ['IMCEAMAILTO-megan+40contoso+2Ecom@contoso.com', false],
  ['SMTP:megan@contoso.com', false],
  ['mailto:megan@contoso.com', false],
  ['<megan@contoso.com>', false],
  ['Megan Bowen <megan@contoso.com>', false],
  ['megan bowen@contoso.com', false],
  ['"megan"@contoso.com', false],
  ['megan@contoso.com; diego@contoso.com', false],
  ['megan@contoso.com,diego@contoso.com', false],
  ['megan@contoso@com', false],
  ['megan@contoso.com\u0000', false],
  [`${'m'.repeat(320)}@contoso.com`, false],
  ['@', false],
  ['megan@', false],
  ['@contoso.com', false],
  ['', false],
  ['Megan', false],
  ['Conference room (2nd floor)', false],
  [' Megan@contoso.com\n', true],
  ["o'brien@contoso.com", true],
  ['a/b%2f#c?d+e=f@contoso.com', true],
  ['gil_partner.com#EXT#@contoso.onmicrosoft.com', true],
  ['jos\u00e9@b\u00fccher.example', true],
  ['jose\u0301@bu\u0308cher.example', true],
  ['\u{1f469}\u200d\u{1f680}@contoso.com', true],
  ['imceaology@contoso.com', true],
  ['\ud83d\ude00@contoso.com', true],
  ['\ud83d@contoso.com', false],
  [`${'x'.repeat(10_000)}@contoso.com`, false],
])('%j is a mail address: %s', (text, expected) => {
  expect(isMailAddress(text)).toBe(expected);
});

test.each([
  ['Megan@Contoso.com ', 'megan@contoso.com', true],
  ['jose\u0301@contoso.com', 'jos\u00e9@contoso.com', true],
  ['J\u030can@contoso.com', '\u01f0an@contoso.com', true],
  ['megan@contoso.com', 'meg@contoso.com', false],
])('%j and %j are the same address: %s', (one, other, expected) => {
  expect(isSameAddress(one, other)).toBe(expected);
});

test('normalizing an address twice gives the same as normalizing it once', () => {
  expect(normalizeAddress(normalizeAddress(' ÅSA@contoso.com'))).toBe(normalizeAddress('A\u030asa@contoso.com'));
});

test('normalizing any text twice gives the same as normalizing it once, however it is composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalizeAddress(text);
      expect(normalizeAddress(once)).toBe(once);
      for (const form of ['NFC', 'NFD'] as const) expect(normalizeAddress(text.normalize(form))).toBe(once);
    }),
    { numRuns: 1_000 },
  );
});
