import { likeliestPicture } from './likeliestPicture';

const file = (type: string, content = 'x'): Blob => new Blob([content], { type });
const [photo, untyped, folder, shortcut, text] = [
  file('image/jpeg'),
  file(''),
  file('', ''),
  file('application/x-ms-shortcut'),
  file('text/plain'),
];

test.each([
  ['a link or a text, which is no file', [], null],
  ['a photo among other files', [text, photo], photo],
  ['two photos', [photo, file('image/png')], photo],
  ['a file without a type', [text, untyped], untyped],
  ['a folder and a photo', [folder, photo], photo],
  ['a folder alone', [folder], folder],
  ['a shortcut alone', [shortcut], shortcut],
])('of %s, the likeliest picture is opened', (_name, files, expected) => {
  expect(likeliestPicture(files)).toBe(expected);
});

test('where the browser gives no list of files, there is none', () => {
  expect(likeliestPicture(undefined)).toBeNull();
});
