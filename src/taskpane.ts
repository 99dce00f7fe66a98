import { isSameAddress, whenIdle } from './base';
import { consentUrl, createSignIn, InteractionRequiredError, TokenError, type SignIn, type TokenRequest } from './auth';
import { readConfig, type Config } from './config';
import { createImageEditor } from './editor';
import { openMailbox, requestInDialog, type Mailbox } from './mailbox';
import {
  AccountCache,
  allReadingScopes,
  createPhotoLibrary,
  createPhotoService,
  isMyAddress,
  openPhotoCache,
  readingScopes,
  serviceTitle,
  SignInRequiredError,
  writingScopes,
  type Addressee,
  type OwnerKind,
  type PhotoLibrary,
} from './photos';
import { ContactsUse, openPane, shorterSide, type Services } from './ui';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for the pane');
const pane = openPane(element);
// Opened while Office.js loads, so that the first photo can be read from it.
const cache = openPhotoCache();

/** The first token is requested after this time even if the page is busy. Milliseconds. */
const firstTokenTimeout = 100;

async function start(): Promise<void> {
  const config = readConfig(document);
  preconnect(config.serviceUrl);
  const opening = openMailbox();
  let mailbox: Mailbox | null = null;
  const signIn = createSignIn({
    ...config,
    hostReady: opening,
    owner: () => mailbox?.me.value ?? null,
    identified: async () => (await opening).identified(),
    requestInDialog,
    pageUrl: pageUrl('signin.html'),
  });
  void requestTokenEarly(() =>
    signIn.getToken({ scopes: readingScopes(config.service, 'others'), interactive: false }),
  );
  mailbox = await opening;
  pane.show(wire(config, mailbox, signIn));
}

// Where the browser is too old, the page shows its text for that (browser-check.ts).
if (!document.documentElement.hasAttribute('data-outdated')) {
  start().catch((error: unknown) => pane.fail(error));
}

/**
 * Requests the first token before a photo needs it, while the page is idle. With cached photos, the first face most likely
 * needs no token, so the request waits for it. An error is ignored here: it occurs again when the token is needed.
 */
async function requestTokenEarly(getToken: () => Promise<unknown>): Promise<void> {
  if (!(await cache.isEmpty())) await pane.firstFaceShown;
  whenIdle(() => void getToken().catch(() => undefined), firstTokenTimeout);
}

/** Opens the connection to the service before the first request. */
function preconnect(address: string): void {
  const link = Object.assign(document.createElement('link'), { rel: 'preconnect', href: new URL(address).origin });
  link.crossOrigin = 'anonymous';
  document.head.append(link);
}

/** The absolute URL of a page beside this one. */
function pageUrl(name: string): string {
  return new URL(name, document.baseURI).href;
}

/** The part of a token request that an error prescribes; empty for errors without scopes. */
function requestOf(error: unknown): Partial<Pick<TokenRequest, 'scopes' | 'claims'>> {
  if (!(error instanceof SignInRequiredError || error instanceof TokenError)) return {};
  const { scopes, claims } = error;
  return { scopes, ...(claims && { claims }) };
}

/** Requests a token, so that its account becomes known. Where reading others' photos needs consent, the own will do. */
async function requestAccount({ service }: Config, signIn: SignIn): Promise<void> {
  try {
    await signIn.getToken({ scopes: readingScopes(service, 'others') });
  } catch (error) {
    if (!(error instanceof InteractionRequiredError)) throw error;
    await signIn.getToken({ scopes: readingScopes(service, 'me') }).catch(() => undefined);
  }
}

/** Forgets the tokens of an account when the mailbox of another one is opened in the same pane. */
function forgetOtherAccounts({ me }: Mailbox, signIn: SignIn): void {
  let before = me.value;
  me.subscribe(() => {
    const now = me.value;
    const isOtherPerson = before?.objectId && now?.objectId && before.objectId !== now.objectId;
    if (before && now && (isOtherPerson || !isSameAddress(before.address, now.address))) signIn.forgetAccount();
    before = now ?? before;
  });
}

/** Connects the rooms. */
function wire(config: Config, mailbox: Mailbox, signIn: SignIn): Services {
  // Before anything else hears of the change.
  forgetOtherAccounts(mailbox, signIn);
  const contacts = createContactsUse(config, signIn, (areUsed) => library.applyContacts(areUsed));
  let mayReadGroups = config.groups;
  signIn.account.subscribe(() => (mayReadGroups = config.groups));
  const service = createPhotoService({
    ...config,
    identity: { account: signIn.account, requestAccount: () => requestAccount(config, signIn) },
    usesContacts: () => contacts?.state.value === 'on',
    usesGroups: () => mayReadGroups,
    async accessToken(request) {
      try {
        return (await signIn.getToken(request)).accessToken;
      } catch (error) {
        // Without these permissions, people and groups are who the directory says.
        if (error instanceof InteractionRequiredError) {
          if (isFor('contacts', config, request)) contacts?.refuse();
          if (isFor('groups', config, request)) mayReadGroups = false;
        }
        throw error;
      }
    },
  });
  const library = createPhotoLibrary(service, new AccountCache(cache, config.serviceUrl, mailbox.me), shorterSide);
  // Photos are personal data: none stays in memory when the pane is closed.
  addEventListener('pagehide', () => library.close());
  return {
    mailbox,
    library,
    editor: createImageEditor(),
    signIn,
    contacts,
    readsGroups: config.groups && config.service === 'graph',
    async prompt(error) {
      await signIn.getToken({ scopes: readingScopes(config.service, 'me'), ...requestOf(error), interactive: true });
      library.rereadFailed();
    },
    async allowWriting(owner) {
      await signIn.getToken({ scopes: writingScopes(config.service, writtenKind(library, owner)), interactive: true });
    },
    about: {
      version: __VERSION__,
      service: config.service,
      serviceTitle: serviceTitle(config.service),
      serviceUrl: config.serviceUrl,
      consentUrl: consentUrl(config, allReadingScopes(config.service, config.groups), pageUrl('signin.html')),
      readingScopes: readingScopes(config.service, 'others'),
    },
  };
}

/** Null where the service has no contacts. */
function createContactsUse(
  config: Config,
  signIn: SignIn,
  onChoice: (areUsed: boolean) => Promise<void>,
): ContactsUse | null {
  if (config.service !== 'graph') return null;
  const scopes = readingScopes(config.service, 'contacts');
  const requestPermission = (): Promise<unknown> => signIn.getToken({ scopes, interactive: true });
  return new ContactsUse({ account: signIn.account, requestPermission, onChoice });
}

function isFor(kind: OwnerKind, { service }: Config, { scopes }: Pick<TokenRequest, 'scopes'>): boolean {
  return scopes.join(' ') === readingScopes(service, kind).join(' ');
}

/** Which permission the write of a photo needs. */
function writtenKind(library: PhotoLibrary, owner: Addressee): OwnerKind {
  if (isMyAddress(library.me.value, owner.address)) return 'me';
  const kind = library.kindOf(owner);
  if (kind === 'contact') return 'contacts';
  return kind === 'group' ? 'groups' : 'others';
}
