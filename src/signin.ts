import { consentUrl, parseConsentResult, signInPage, type ConsentResult } from './auth';
import { readConfig } from './config';
import { sendToOpener } from './mailbox';
import { allReadingScopes } from './photos';
import { openSignInPage } from './ui/signin';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for its texts');
const view = openSignInPage(element);

async function run(): Promise<void> {
  const consent = parseConsentResult(location.search);
  if (consent) {
    return showConsent(consent);
  }
  view.show('signin.working', 'signin.workingNext');
  const answer = await signInPage(readConfig(document));
  if (answer === null) return;
  await sendToOpener(answer);
  view.show('signin.done', 'signin.doneNext');
}

/** The admin consent page redirects here. The page needs neither Outlook nor a sign-in for it. */
function showConsent(result: ConsentResult): Promise<void> {
  const config = readConfig(document);
  return view.showConsent(
    result,
    consentUrl(config, allReadingScopes(config.service, config.groups), location.origin + location.pathname),
  );
}

// Where the browser is too old, the page shows its text for that (browser-check.ts).
if (!document.documentElement.hasAttribute('data-outdated')) {
  run().catch((error: unknown) => view.fail(error));
}
