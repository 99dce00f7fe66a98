import { acquireObjectUrl, releaseObjectUrl, shorterSide } from './objectUrls';

let inUse: Set<string>;
let closed: number;
/** Object URLs of all tests: some of an earlier one are still kept. */
let created = 0;
/** Pixels of the width of every image. */
let width: number;

/** An image that has loaded as soon as there is a listener. */
class LoadedImage {
  src = '';
  naturalWidth = width;
  naturalHeight = 48;
  set onload(listener: () => void) {
    listener();
  }
}

beforeEach(() => {
  inUse = new Set();
  [closed, width] = [0, 64];
  jest.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${++created}`;
    inUse.add(url);
    return url;
  });
  jest.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void inUse.delete(url));
  Object.assign(globalThis, {
    Image: LoadedImage,
    createImageBitmap: () => Promise.resolve({ close: () => closed++ }),
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'Image');
  Reflect.deleteProperty(globalThis, 'createImageBitmap');
});

test('after five thousand pictures sixty object URLs are left, and every bitmap is closed', async () => {
  for (let count = 0; count < 5_000; count++) {
    const picture = new Blob(['x']);
    expect(await shorterSide(picture)).toBe(48);
    acquireObjectUrl(picture);
    releaseObjectUrl(picture);
  }
  expect(inUse.size).toBe(60);
  expect(closed).toBe(5_000);
});

test('a picture of more than 4096 pixels is not decoded', async () => {
  width = 4_097;
  expect(await shorterSide(new Blob(['x']))).toBe(0);
  expect(closed).toBe(0);
});

test('a picture that is drawn keeps its URL, and two faces share it', () => {
  const picture = new Blob(['x']);
  const { url } = acquireObjectUrl(picture);
  expect(acquireObjectUrl(picture).url).toBe(url);
  releaseObjectUrl(picture);
  for (let count = 0; count < 100; count++) {
    const other = new Blob(['x']);
    acquireObjectUrl(other);
    releaseObjectUrl(other);
  }
  expect(inUse).toContain(url);
});
