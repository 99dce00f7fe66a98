// The steps of `npm test`: stages run one after another, the steps of a stage at the same time (two, for two cores).
// Stops at the first stage that fails. Arguments after `--` are passed to jest and to the end-to-end tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const jest = (project) => `npx jest --selectProjects ${project} --passWithNoTests=false`;
const more = process.argv
  .slice(2)
  .map((one) => JSON.stringify(one))
  .join(' ');
const endToEnd = existsSync('playwright.config.ts') ? 'npx playwright test' : jest('e2e');

const stages = [
  { types: 'npm run --silent types', build: 'npm run --silent build' },
  { lint: 'npm run --silent lint', unused: 'npm run --silent unused' },
  { manifest: 'npm run --silent validate', size: 'npm run --silent size' },
  { unit: `${jest('unit')} ${more}` },
  { contract: `${jest('contract')} ${more}` },
  { 'end to end': `${endToEnd} ${more}` },
];

const started = Date.now();
for (const stage of stages) {
  const steps = Object.entries(stage).map(([name, command]) => run(name, command));
  const failed = (await Promise.all(steps)).find(({ code }) => code !== 0);
  if (failed) {
    console.error(`\nStopped: the step "${failed.name}" failed.`);
    process.exit(1);
  }
}
console.log(`\nAll steps passed in ${Math.round((Date.now() - started) / 1000)} s.`);

/** The output of a step stays together, also when another runs beside it. */
function run(name, command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      process.stdout.write(`\n== ${name}\n${Buffer.concat(output).toString()}`);
      resolve({ name, code });
    });
  });
}
