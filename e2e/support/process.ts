import { spawn } from 'node:child_process';

/** How long a program may take until it says that it is up. Milliseconds. */
const startLimit = 60_000;

export interface Running {
  /** What the pattern's first group matched in the program's output. */
  readonly said: string;
  close(): void;
}

/** Starts a TypeScript program and waits until its output matches. @throws Error with the output when it does not. */
export function start(file: string, environment: Record<string, string>, pattern: RegExp): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('took too long'), startLimit);
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`${file} ${why}:\n${output}`));
    };
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const said = pattern.exec(output)?.[1];
      if (said === undefined) return;
      clearTimeout(timer);
      resolve({ said, close: () => void child.kill() });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => fail(`ended with ${code ?? 'a signal'}`));
  });
}
