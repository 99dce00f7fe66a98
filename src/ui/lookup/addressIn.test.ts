import { addressIn } from './addressIn';

test.each([
  ['megan@contoso.com', 'megan@contoso.com'],
  ['  megan@contoso.com ', 'megan@contoso.com'],
  ['Megan Bowen <megan@contoso.com>', 'megan@contoso.com'],
  ['mailto:megan@contoso.com', 'megan@contoso.com'],
  ['megan', null],
  ['megan@', null],
  ['megan bowen@contoso.com', null],
  ['', null],
])('"%s" has the address %s', (text, address) => {
  expect(addressIn(text)).toBe(address);
});
