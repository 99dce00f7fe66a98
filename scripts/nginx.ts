// Runs the stories against nginx with the settings of the build, under a sub-path (`npm run test:nginx`).
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { localhostCertificate } from '../sandbox/certificate';

const folder = resolve('.sandbox/nginx');
const [dist, site] = [join(folder, 'dist'), join(folder, 'hosting/nginx.conf')];
const port = 8444;
const address = 'https://photos.example/sub/path';

/** Builds for the address of the example, into a folder of its own. */
function build(): void {
  const env = { ...process.env, ADDIN_ORIGIN: address, CLIENT_ID: '5a0d8c1e-0000-4000-8000-00000000c0de' };
  const command = ['node_modules/webpack/bin/webpack.js', '--mode', 'production', '--output-path', dist];
  run(process.execPath, command, env);
}

/** The generated site, with the changes that its first line asks for. */
async function writeSettings(): Promise<string> {
  const { authorityFile } = await localhostCertificate();
  const certificate = authorityFile.replace(/ca\.crt$/, 'localhost');
  const changed = readFileSync(site, 'utf8')
    .replace('listen 443 ssl', `listen ${port} ssl`)
    .replace('server_name photos.example', 'server_name localhost')
    .replace(/\/etc\/ssl\/certs\/[^;]+/, `${certificate}.crt`)
    .replace(/\/etc\/ssl\/private\/[^;]+/, `${certificate}.key`)
    .replace('/var/www/user-photo/', `${dist}/`);
  const settings = join(folder, 'nginx.conf');
  // As root, nginx would read as another user, who may not see this folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const http = ['include /etc/nginx/mime.types;', 'access_log off;', changed].join('\n');
  writeFileSync(
    settings,
    `${user}daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${http}\n}\n`,
  );
  return settings;
}

function run(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`"${command} ${parameters.join(' ')}" failed.`);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  build();
  const settings = await writeSettings();
  run('nginx', ['-t', '-q', '-c', settings], process.env);
  const nginx = spawn('nginx', ['-c', settings], { stdio: 'inherit' });
  try {
    const env = { ...process.env, ADDIN_ADDRESS: `https://localhost:${port}/sub/path`, ADDIN_FOLDER: dist };
    const stories = ['playwright', 'test', ...process.argv.slice(2)];
    run('npx', [...stories, '--grep-invert', '@replaces-folder'], env);
    run('npx', [...stories, '--grep', '@replaces-folder', '--pass-with-no-tests', '--workers', '1'], env);
  } finally {
    nginx.kill();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
