import { observable } from './base';
import { createPhotoWriter } from './bulk';
import { consentUrl, openRedirectSignIn, TokenError, type RedirectSignIn } from './auth';
import { readConfig, type Config } from './config';
import { Organization } from './directory';
import { createHttpClient } from './http';
import { Faces, openPeoplePage, type OpenedOrganization } from './people/index';
import {
  AccountCache,
  createPhotoService,
  openPhotoCache,
  readingScopes,
  readJson,
  SignInRequiredError,
  writingScopes,
} from './photos';
import { shorterSide } from './ui/page';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for its content');
const page = openPeoplePage(element);

/** Diameter of a face in the list, in CSS pixels. */
const face = 32;

async function run(): Promise<void> {
  const config = readConfig(document);
  // Outlook REST cannot list people.
  if (config.service !== 'graph') {
    page.showNotGraph();
    return;
  }
  const scopes = readingScopes(config.service, 'others');
  const signIn = await openRedirectSignIn(config);
  const account = signIn.account.value;
  const opened = observable(account && open(config, signIn, 1));
  addEventListener('pagehide', () => close(opened.value));
  page.show({
    username: account?.username ?? null,
    failure: signIn.failure,
    opened,
    reopen() {
      close(opened.value);
      opened.set(open(config, signIn, (opened.value?.number ?? 0) + 1));
    },
    signIn: ({ error, another = false, write = false } = {}) => {
      const asked = write ? [...scopes, ...writingScopes(config.service, 'others')] : scopes;
      return signIn.redirect({ scopes: asked, ...claimsOf(error), another });
    },
    consentUrl: consentUrl(config, scopes, new URL('signin.html', document.baseURI).href),
  });
}

// Where the browser is too old, the page shows its text for that (browser-check.ts).
if (!document.documentElement.hasAttribute('data-outdated')) {
  run().catch((error: unknown) => page.fail(error));
}

type SignedInAccount = NonNullable<RedirectSignIn['account']['value']>;

/** Starts to read the organization of the account. The list, its states and its faces share the service's limits. */
function open({ service: dialect, serviceUrl }: Config, signIn: RedirectSignIn, number: number): OpenedOrganization {
  const http = createHttpClient(serviceUrl);
  const accessToken = async (request: Parameters<RedirectSignIn['getToken']>[0]): Promise<string> =>
    (await signIn.getToken(request)).accessToken;
  const create = () => createPhotoService({ service: dialect, serviceUrl, http, accessToken });
  const photos = create();
  const scopes = readingScopes(dialect, 'others');
  const account = observable(signIn.account.value && cachedAccount(signIn.account.value));
  return {
    number,
    organization: new Organization({
      service: create(),
      serviceUrl,
      read: (url, signal) => readJson(url, { http, accessToken, scopes, signal }),
    }),
    // A client of its own: faces would divide the states of a moment into more batches.
    faces: new Faces({ service: create(), shorterSide, pixels: Math.ceil(face * devicePixelRatio) }),
    bulk: {
      account: signIn.account.value?.username ?? '',
      photos,
      writer: createPhotoWriter(photos, new AccountCache(openPhotoCache(), serviceUrl, account)),
      mayWrite: () => mayWrite(signIn, writingScopes(dialect, 'others')),
    },
  };
}

/** As the pane's cache knows the account. */
function cachedAccount({ username, tenantId }: SignedInAccount): { readonly address: string; readonly tenantId: string | null } {
  return { address: username, tenantId };
}

async function mayWrite(signIn: RedirectSignIn, needed: readonly string[]): Promise<boolean> {
  try {
    const { scopes } = await signIn.getToken({ scopes: needed });
    const granted = new Set(scopes.map(bareScope));
    return needed.every((scope) => granted.has(bareScope(scope)));
  } catch {
    // It has expired, so that another sign-in is needed, which asks for the permission too.
    return false;
  }
}

/** Without its resource, in lower case: providers write both forms. */
function bareScope(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

/** Photos are personal data: none stays in memory. */
function close(opened: OpenedOrganization | null): void {
  opened?.organization.close();
  opened?.faces.close();
}

/** The claims challenge that a sign-in has to meet. */
function claimsOf(error: unknown): { readonly claims?: string } {
  const claims = error instanceof TokenError || error instanceof SignInRequiredError ? error.claims : null;
  return claims ? { claims } : {};
}
