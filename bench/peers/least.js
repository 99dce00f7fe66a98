// The least that can show these photos: memory, then IndexedDB, then one request; no reasons, sizes, dates or errors.
import { follow, imageOf, serviceUrl, token } from './common.js';

const image = imageOf(96);
const list = document.createElement('div');
document.body.append(image, list);
let latest = 0;

const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const opening = indexedDB.open('least', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('photos');
const database = resultOf(opening);
const store = async (mode) => (await database).transaction('photos', mode).objectStore('photos');

const memory = new Map();
const pictureOf = async (address, pixels) => {
  const key = `${address} ${pixels}`;
  const known = memory.get(key) ?? (await resultOf((await store('readonly')).get(key)));
  if (known) {
    memory.set(key, known);
    return URL.createObjectURL(known);
  }
  const url = `${serviceUrl}/users/${encodeURIComponent(address)}/photos/${pixels}x${pixels}/$value`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${await token()}` } });
  const picture = await response.blob();
  memory.set(key, picture);
  void store('readwrite').then((photos) => photos.put(picture, key));
  return URL.createObjectURL(picture);
};

follow(
  async (address) => {
    const mine = ++latest;
    const picture = await pictureOf(address, 96);
    if (mine === latest) image.src = picture;
  },
  (addresses) => {
    const images = addresses.map(() => imageOf(32));
    list.replaceChildren(...images);
    addresses.forEach(async (address, index) => (images[index].src = await pictureOf(address, 48)));
  },
);
