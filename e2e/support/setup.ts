import { existsSync } from 'node:fs';

/** Before the stories: what they run against has to be there. */
export default function setup(): void {
  if (!existsSync('dist/taskpane.html')) throw new Error('There is no dist/. Run "npm run build" first.');
}
