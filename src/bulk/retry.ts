import type { Journal } from './journal';
import type { LineRefusal } from './runLine';

/** What may be over after a while, or after an administrator has changed something. */
const passing: readonly LineRefusal[] = ['serviceFailed', 'notAllowed', 'noMailbox', 'unclear'];

/**
 * Opens the lines of a run that were refused for reasons that may have passed, so that its next start tries them again. What
 * was sent is read first then.
 * @returns how many.
 */
export async function retryRefused(journal: Journal, runId: string): Promise<number> {
  const lines = (await journal.lines(runId)).filter(
    ({ state }) => state.kind === 'refused' && passing.includes(state.reason),
  );
  for (const line of lines) {
    await journal.setState(line, line.before ? { kind: 'sent', isAccepted: false } : { kind: 'intended' });
  }
  if (lines.length > 0) await journal.setRunState(runId, 'open');
  return lines.length;
}
