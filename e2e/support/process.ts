import { spawn } from 'node:child_process';

/** How long a program may take to start, with a first build on a busy machine. Milliseconds. */
export const startTimeout = 120_000;

export interface RunningProgram {
  /** What the first group of the pattern matched in the program's output. */
  readonly output: string;
  readonly close: () => void;
}

/**
 * Starts a TypeScript program in a folder and waits until its output matches.
 * @throws Error with the output when it does not.
 */
export function start(
  file: string,
  environment: Record<string, string>,
  pattern: RegExp,
  folder = '.',
  parameters: readonly string[] = [],
): Promise<RunningProgram> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...parameters], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('took too long'), startTimeout);
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`${file} ${reason}:\n${text}`));
    };
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const output = pattern.exec(text)?.[1];
      if (output === undefined) return;
      clearTimeout(timer);
      resolve({ output, close: () => void child.kill() });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => fail(`ended with ${code ?? 'a signal'}`));
  });
}
