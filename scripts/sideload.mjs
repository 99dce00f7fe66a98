// `npm run sideload` starts the add-in in Outlook with trusted local certificates; `npm run stop` removes it.
// Microsoft's tool for this runs on Windows and macOS only. It is fetched on demand, since its native dependencies are
// needed nowhere else and do not install on every platform.
import { spawnSync } from 'node:child_process';

const [command] = process.argv.slice(2);
const shell = process.platform === 'win32';
const npx = (...args) => spawnSync('npx', args, { stdio: 'inherit', shell }).status ?? 1;

if (command !== 'start' && command !== 'stop') {
  console.error('Usage: sideload.mjs start|stop');
  process.exit(1);
}

if (command === 'start' && !process.env.CLIENT_ID) {
  console.warn('CLIENT_ID is not set, and the pane will say so. docs/sideload.md has the command with it.');
}

if (process.platform === 'win32' || process.platform === 'darwin') {
  if (command === 'start') {
    const status = npx('office-addin-dev-certs', 'install');
    if (status !== 0) process.exit(status);
  }
  process.exit(
    npx('--yes', 'office-addin-debugging@7.0.0', command, 'manifest.xml', ...(command === 'start' ? ['desktop'] : [])),
  );
}

if (command === 'stop') {
  console.log('Remove the add-in by hand: open https://aka.ms/olksideload, "My add-ins", "Custom add-ins".');
} else {
  console.log(`Outlook does not run on this platform, but Outlook on the web does:
1. Wait for "compiled successfully", open https://localhost:3000/taskpane.html, and accept the certificate.
2. Open https://aka.ms/olksideload, "My add-ins", "Custom add-ins", "Add a custom add-in", "Add from file".
3. Choose manifest.xml of this folder. The add-in is served until you press Ctrl+C.`);
  process.exit(spawnSync('npm', ['run', 'dev-server'], { stdio: 'inherit' }).status ?? 1);
}
