import type { LineState, RunLine } from './runLine';

/** How a line has ended. `unproven`: it was sent, and the service does not show it yet, or could not be read. */
export type LineOutcome = 'proven' | 'refused' | 'unproven' | 'notTried';

/** One line of a report. */
export interface ReportLine extends Pick<RunLine, 'person' | 'file' | 'change'> {
  readonly outcome: LineOutcome;
  /** Whether a photo was there before; null where that was not read. */
  readonly hadPhoto: boolean | null;
  /** Why it was refused; null otherwise. */
  readonly refusal: Extract<LineState, { kind: 'refused' }> | null;
}

/** How many lines have ended in which way. */
export type RunCounts = Readonly<Record<LineOutcome, number>> & { readonly total: number };

/** What has become of every line of a run. */
export interface RunReport {
  readonly lines: readonly ReportLine[];
  readonly counts: RunCounts;
}

/** The report of a run from its lines, at any time. */
export function reportOf(lines: readonly RunLine[]): RunReport {
  const reported = lines.map(({ person, file, change, state, before }): ReportLine => {
    const outcome = outcomes[state.kind];
    const refusal = state.kind === 'refused' ? state : null;
    return { person, file, change, outcome, hadPhoto: before && before.kind === 'photo', refusal };
  });
  return { lines: reported, counts: countLines(lines) };
}

/** How many lines have ended in which way. */
export function countLines(lines: readonly RunLine[]): RunCounts {
  const counts = { total: lines.length, proven: 0, refused: 0, unproven: 0, notTried: 0 };
  for (const { state } of lines) counts[outcomes[state.kind]]++;
  return counts;
}

/** Whether a run has something left to do for a line. */
export function isOpen({ state }: RunLine): boolean {
  return state.kind === 'intended' || state.kind === 'sent';
}

const outcomes: Readonly<Record<LineState['kind'], LineOutcome>> = {
  intended: 'notTried',
  sent: 'unproven',
  proven: 'proven',
  refused: 'refused',
};
