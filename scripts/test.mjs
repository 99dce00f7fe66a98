// What `npm test` runs, stage by stage. Stops at the first stage with a step that fails.
import { spawn } from 'node:child_process';

const jest = (project) => `npx jest --selectProjects ${project} --passWithNoTests=false`;

/** Steps of one stage run beside each other. */
const stages = [
  { texts: 'npm run --silent texts' },
  { types: 'npm run --silent types', build: 'npm run --silent build' },
  // The linter uses one core only.
  {
    lint: 'npm run --silent lint',
    'unused code': 'npm run --silent unused',
    size: 'npm run --silent size',
    manifest: 'npm run --silent validate',
    'contract and unit': jest('contract unit'),
  },
  { stories: 'npx playwright test' },
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
