import { signInPage } from './auth';
import { readConfig } from './config';
import { sendToOpener } from './mailbox';
import { openPane } from './ui';

const element = document.getElementById('pane');
if (!element) throw new Error('The page has no element for its words');
const pane = openPane(element);

async function run(): Promise<void> {
  pane.say('signin.working', 'signin.workingNext');
  const answer = await signInPage(readConfig(document));
  if (answer === null) return;
  await sendToOpener(answer);
  pane.say('signin.done', 'signin.doneNext');
}

run().catch((error: unknown) => pane.fail(error as Error));
