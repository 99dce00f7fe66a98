import type { MailboxOwner } from './account';
import { createSignIn, type SignIn } from './createSignIn';

export const owner: MailboxOwner = { address: 'adele@contoso.com', tenantId: null, objectId: null };

type Options = Parameters<typeof createSignIn>[0];

/** A sign-in of a made-up app, for Adele's mailbox. `requestInDialog`: how the sign-in page answers. */
export function signInFor(requestInDialog: Options['requestInDialog'], more: Partial<Options> = {}): SignIn {
  return createSignIn({
    clientId: 'c',
    authority: 'https://login.example/common',
    hostReady: Promise.resolve(),
    owner: () => owner,
    identified: () => Promise.resolve(),
    pageUrl: 'https://addin.example/signin.html',
    requestInDialog,
    ...more,
  });
}
