// The plain fetch of Microsoft's samples: the photo's own address, with a token, into an <img>.
import { follow, serviceUrl, token } from './common.js';

const image = document.createElement('img');
image.style.width = image.style.height = '120px';
document.body.append(image);
let latest = 0;

follow(async (address) => {
  const mine = ++latest;
  const url = `${serviceUrl}/users/${encodeURIComponent(address)}/photo/$value`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${await token()}` } });
  const picture = await response.blob();
  if (mine === latest) image.src = URL.createObjectURL(picture);
});
