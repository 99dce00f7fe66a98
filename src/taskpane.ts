import { whenIdle } from './base';
import { consentUrl, createSignIn, type SignIn } from './auth';
import { readConfig, type Config } from './config';
import { createImageEditor } from './editor';
import { requestInDialog, openMailbox, type Mailbox } from './mailbox';
import {
  AccountCache,
  anyoneElse,
  createPhotoLibrary,
  createPhotoService,
  openPhotoCache,
  readingScopes,
  serviceTitle,
  writingScopes,
} from './photos';
import { openPane, type Services } from './ui';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for the pane');
const pane = openPane(element);
// Opened beside Office.js, so that it is there when the first face is looked for.
const cache = openPhotoCache();

/** A token is asked for after this time even where the page is busy. Milliseconds. */
const patience = 100;

async function start(): Promise<void> {
  const config = readConfig(document);
  preconnect(config.serviceUrl);
  const opening = openMailbox();
  let mailbox: Mailbox | null = null;
  const signIn = createSignIn({
    ...config,
    hostReady: opening,
    owner: () => mailbox?.me.value ?? null,
    identified: async () => (await opening).identified,
    requestInDialog,
    pageUrl: pageUrl('signin.html'),
  });
  void tokenAhead(() => signIn.getToken({ scopes: readingScopes(config.service, anyoneElse), interactive: false }));
  mailbox = await opening;
  pane.show(wire(config, mailbox, signIn));
}

start().catch((error: unknown) => pane.fail(error as Error));

/**
 * Asks for the first token before it is needed, in the gaps that Office.js leaves. Where photos are kept, the first face
 * most likely needs none: then it is not held up by this. What goes wrong is told when the token is needed.
 */
async function tokenAhead(getToken: () => Promise<unknown>): Promise<void> {
  if (!(await cache.isEmpty())) await pane.firstFace;
  whenIdle(() => void getToken().catch(() => undefined), patience);
}

/** What looking at photos needs, one's own and others'. */
const lookingScopes = ({ service }: Config): readonly string[] => [
  ...readingScopes(service, 'me'),
  ...readingScopes(service, anyoneElse),
];

/** The connection to the service is there before the first question. */
function preconnect(address: string): void {
  const link = Object.assign(document.createElement('link'), { rel: 'preconnect', href: new URL(address).origin });
  link.crossOrigin = 'anonymous';
  document.head.append(link);
}

function pageUrl(name: string): string {
  return new URL(name, document.baseURI).href;
}

/** Joins the rooms. */
function wire(config: Config, mailbox: Mailbox, signIn: SignIn): Services {
  const service = createPhotoService({
    ...config,
    accessToken: async (request) => (await signIn.getToken(request)).accessToken,
  });
  const library = createPhotoLibrary(service, new AccountCache(cache, config.serviceUrl, mailbox.me));
  // Photos are personal: none stays in memory longer than the pane.
  addEventListener('pagehide', () => library.close());
  return {
    mailbox,
    library,
    editor: createImageEditor(),
    signIn,
    async prompt(error) {
      const { scopes = readingScopes(config.service, 'me'), claims } = error as {
        scopes?: readonly string[];
        claims?: string | null;
      };
      await signIn.getToken({ scopes, interactive: true, ...(claims && { claims }) });
      library.rereadFailed();
    },
    async allowWriting(owner) {
      await signIn.getToken({ scopes: writingScopes(config.service, owner), interactive: true });
    },
    about: {
      version: __VERSION__,
      service: config.service,
      serviceTitle: serviceTitle(config.service),
      serviceUrl: config.serviceUrl,
      consentUrl: consentUrl(config, lookingScopes(config), pageUrl('signin.html')),
    },
  };
}
