import { addinAddress } from './addinAddress';

test.each([
  ['https://photos.contoso.com', 'https://photos.contoso.com'],
  ['https://photos.contoso.com/', 'https://photos.contoso.com'],
  ['https://contoso.com/photos/taskpane.html?et=', 'https://contoso.com/photos'],
  ['https://contoso.com/photos/manifest.xml', 'https://contoso.com/photos'],
  ['https://contoso.com:8443/photos//', 'https://contoso.com:8443/photos'],
])('%s is the add-in at %s', (written, address) => {
  expect(addinAddress(written)).toBe(address);
});

test.each([
  [undefined, /Write the address of the add-in/],
  ['photos.contoso.com', /"photos.contoso.com" is not an address. Write the whole address/],
  ['http://photos.contoso.com', /Outlook opens no add-in at an http address/],
])('%s is refused', (written, message) => {
  expect(() => addinAddress(written)).toThrow(message);
});
