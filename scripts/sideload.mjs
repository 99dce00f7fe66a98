// `npm run sideload` starts the add-in in Outlook with trusted local certificates; `npm run stop` ends it.
// Microsoft's tool for it runs on Windows and macOS only and is fetched when it is needed: it brings native parts that
// this project does not need anywhere else.
import { spawnSync } from 'node:child_process';

const [command] = process.argv.slice(2);
const shell = process.platform === 'win32';
const npx = (...words) => spawnSync('npx', words, { stdio: 'inherit', shell }).status ?? 1;

if (command !== 'start' && command !== 'stop') {
  console.error('Say "start" or "stop".');
  process.exit(1);
}

if (process.platform === 'win32' || process.platform === 'darwin') {
  if (command === 'start') {
    if (!process.env.CLIENT_ID)
      console.warn('CLIENT_ID is not set: the pane will say so. The README tells where it comes from.');
    const trusted = npx('office-addin-dev-certs', 'install');
    if (trusted !== 0) process.exit(trusted);
  }
  process.exit(
    npx('--yes', 'office-addin-debugging@7.0.0', command, 'manifest.xml', ...(command === 'start' ? ['desktop'] : [])),
  );
}

if (command === 'stop') {
  console.log('Remove the add-in by hand: open https://aka.ms/olksideload, "My add-ins", "Custom add-ins".');
} else {
  console.log(
    'Outlook cannot be started from here. In Outlook on the web open https://aka.ms/olksideload, choose "My add-ins",',
  );
  console.log('"Custom add-ins", "Add from file" and pick manifest.xml. The add-in is served until Ctrl+C.');
  process.exit(spawnSync('npm', ['run', 'dev-server'], { stdio: 'inherit' }).status ?? 1);
}
