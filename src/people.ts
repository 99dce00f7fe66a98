import { observable } from './base';
import { consentUrl, openRedirectSignIn, SignInCancelledError, TokenError, type RedirectSignIn } from './auth';
import { readConfig, type Config } from './config';
import { Organization } from './directory';
import { createHttpClient } from './http';
import { createBulkServices, Faces, openPeoplePage, type OpenedOrganization } from './people/index';
import { createPhotoService, readingScopes, readJson, SignInRequiredError, writingScopes } from './photos';
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
  const { groups } = config;
  const signIn = await openRedirectSignIn(config);
  const account = signIn.account.value;
  const opened = observable(account && open(config, signIn, 1));
  addEventListener('pagehide', () => close(opened.value));
  page.show({
    username: account?.username ?? null,
    groups,
    failure: signIn.failure,
    opened,
    reopen() {
      close(opened.value);
      opened.set(open(config, signIn, (opened.value?.number ?? 0) + 1));
    },
    signIn: ({ error, another = false, write = [] } = {}) => {
      // Who cannot give the permission for groups would never see the people.
      const isRefused =
        signIn.failure instanceof SignInCancelledError || opened.value?.organization.overview.value.lacksGroups;
      const reading = scopesOf(groups && (another || !isRefused));
      const writing = write.flatMap((kind) => writingScopes('graph', kind));
      return signIn.redirect({ scopes: [...reading, ...writing], ...claimsOf(error), another });
    },
    consentUrl: consentUrl(config, scopesOf(groups), new URL('signin.html', document.baseURI).href),
  });
}

// Where the browser is too old, the page shows its text for that (browser-check.ts).
if (!document.documentElement.hasAttribute('data-outdated')) {
  run().catch((error: unknown) => page.fail(error));
}

/** Starts to read the organization of the account. The list, its states and its faces share the service's limits. */
function open(
  { service: dialect, serviceUrl, groups }: Config,
  signIn: RedirectSignIn,
  number: number,
): OpenedOrganization {
  const http = createHttpClient(serviceUrl);
  const accessToken = async (request: Parameters<RedirectSignIn['getToken']>[0]): Promise<string> =>
    (await signIn.getToken(request)).accessToken;
  const create = () => createPhotoService({ service: dialect, serviceUrl, http, accessToken });
  const scopes = scopesOf(groups);
  return {
    number,
    organization: new Organization({
      service: create(),
      serviceUrl,
      groups,
      read: (url, signal, headers) => readJson(url, { http, accessToken, scopes, headers, signal }),
    }),
    // A client of its own: faces would divide the states of a moment into more batches.
    faces: new Faces({ service: create(), shorterSide, pixels: Math.ceil(face * devicePixelRatio) }),
    bulk: createBulkServices(signIn, create(), { dialect, serviceUrl }),
  };
}

/** What the list needs. */
function scopesOf(groups: boolean): readonly string[] {
  return [...readingScopes('graph', 'others'), ...(groups ? readingScopes('graph', 'groups') : [])];
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
