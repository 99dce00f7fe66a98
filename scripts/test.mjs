// What `npm test` runs, stage by stage. Stops at the first stage with a step that fails.
import { spawn } from 'node:child_process';

const jest = (project) => `npx jest --selectProjects ${project} --passWithNoTests=false`;

/** Steps of one stage run beside each other. */
const building = [
  { texts: 'npm run --silent texts' },
  { types: 'npm run --silent types', build: 'npm run --silent build' },
];
const checking = [
  {
    'unused code': 'npm run --silent unused',
    size: 'npm run --silent size',
    manifest: 'npm run --silent validate',
    'contract and unit': jest('contract unit'),
  },
  { stories: 'npx playwright test' },
];

const started = Date.now();
await runStages(building);
// Beside all checks: the linter uses one core for minutes.
const linting = run('lint', 'npm run --silent lint');
await runStages(checking);
stopAtFailure([await linting]);
process.stdout.write(`\nAll steps passed in ${secondsSince(started)} s.\n`);

async function runStages(stages) {
  for (const stage of stages) {
    stopAtFailure(await Promise.all(Object.entries(stage).map(([name, command]) => run(name, command))));
  }
}

function stopAtFailure(steps) {
  const failed = steps.find(({ code }) => code !== 0);
  if (!failed) return;
  console.error(`\nStopped: the step "${failed.name}" failed.`);
  process.exit(1);
}

function secondsSince(moment) {
  return Math.round((Date.now() - moment) / 1000);
}

/** The output of a step stays together, also when another runs beside it. */
function run(name, command) {
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      process.stdout.write(`\n== ${name} (${secondsSince(begun)} s)\n${Buffer.concat(output).toString()}`);
      resolve({ name, code });
    });
  });
}
