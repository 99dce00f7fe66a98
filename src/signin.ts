import { signInPage } from './auth';
import { readConfig } from './config';
import { sendToOpener } from './mailbox';
import { openSignInPage } from './ui/signin';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for its texts');
const view = openSignInPage(element);

async function run(): Promise<void> {
  view.show('signin.working', 'signin.workingNext');
  const answer = await signInPage(readConfig(document));
  if (answer === null) return;
  await sendToOpener(answer);
  view.show('signin.done', 'signin.doneNext');
}

// Where the browser is too old, the page shows its text for that (browser-check.ts).
if (!document.documentElement.hasAttribute('data-outdated')) {
  run().catch((error: unknown) => view.fail(error));
}
