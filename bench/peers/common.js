// Shared by both peers: the selected item from Office.js, tokens from MSAL through Outlook's sign-in bridge.
import { createNestablePublicClientApplication } from '@azure/msal-browser';

const { clientId, authority, serviceUrl } = JSON.parse(document.getElementById('config').textContent);
export { serviceUrl };

const client = createNestablePublicClientApplication({
  auth: { clientId, authority, knownAuthorities: [new URL(authority).host] },
});

export async function token() {
  const { accessToken } = await (await client).acquireTokenSilent({ scopes: ['User.ReadBasic.All'] });
  return accessToken;
}

/** A square picture, so many pixels wide. */
export function imageOf(size) {
  const image = document.createElement('img');
  image.style.width = image.style.height = `${size}px`;
  return image;
}

/** Calls `show` with the sender's address and `showAll` with the recipients, at once and after each selection change. */
export function follow(show, showAll) {
  window.Office.onReady().then(() => {
    const { mailbox } = window.Office.context;
    const read = () => {
      const { item } = mailbox;
      if (!item) return;
      show(item.from.emailAddress);
      showAll(item.to.length > 1 ? item.to.map(({ emailAddress }) => emailAddress) : []);
    };
    mailbox.addHandlerAsync(window.Office.EventType.ItemChanged, read);
    read();
  });
}
