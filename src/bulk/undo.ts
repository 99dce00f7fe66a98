import type { Journal } from './journal';
import type { NewLine } from './runLine';

/**
 * The changes that bring back the photos from before a run, one by one. Only what is proven is undone, and only where the
 * photo of the run is still there when the undo is sent.
 */
export async function* undoLines(journal: Journal, runId: string): AsyncGenerator<NewLine> {
  for (const { index, person, file, change, state, before } of await journal.lines(runId)) {
    if (state.kind !== 'proven' || !before) continue;
    const photo = before.kind === 'photo' ? await journal.picture(runId, index, 'before') : null;
    // Services that report no eTag cannot be asked which photo is there.
    const isKnown = state.eTag !== null || change === 'remove';
    yield { person, file, photo, ...(isKnown && { replaces: state.eTag }) };
  }
}
