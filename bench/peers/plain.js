// The plain fetch of Microsoft's samples: one request per photo URL, shown as an <img>.
import { follow, imageOf, serviceUrl, token } from './common.js';

const image = imageOf(120);
const list = document.createElement('div');
document.body.append(image, list);
let latest = 0;

const pictureOf = async (address) => {
  const url = `${serviceUrl}/users/${encodeURIComponent(address)}/photo/$value`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${await token()}` } });
  return URL.createObjectURL(await response.blob());
};

follow(
  async (address) => {
    const mine = ++latest;
    const picture = await pictureOf(address);
    if (mine === latest) image.src = picture;
  },
  (addresses) => {
    const images = addresses.map(() => imageOf(40));
    list.replaceChildren(...images);
    addresses.forEach(async (address, index) => (images[index].src = await pictureOf(address)));
  },
);
