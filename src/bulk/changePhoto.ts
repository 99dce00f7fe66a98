import { ThrottledError } from '../http';
import type { PhotoResult } from '../photos';
import type { Journal } from './journal';
import type { PhotoWriter } from './photoWriter';
import { refusalOf } from './lineRefusal';
import type { LineState, PhotoBefore, RunLine } from './runLine';

/** What one change needs. */
export interface ChangeContext {
  readonly journal: Journal;
  readonly writer: PhotoWriter;
  /** Called with the line that is about to be sent, once the journal has it. */
  readonly onSent: (line: RunLine) => void;
  /** Waits until a service that asked for a pause may be requested again. */
  readonly wait: (error: ThrottledError) => Promise<void>;
}

/** Tries of one line against a service that fails. */
const maxTries = 3;

/** What a look at the service shows: the line has ended, or is to be sent in place of what is there. */
type Comparison =
  { readonly kind: 'ended'; readonly state: LineState } | ({ readonly kind: 'toSend' } & Pick<RunLine, 'replaces'>);

/**
 * Brings a line to its end, and keeps each step in the journal first. A line that was sent already is read before anything
 * is written: what the service holds is proven without a second write.
 * @throws what stops all lines alike, such as a lost connection or an expired sign-in; the line can be gone on with.
 */
export async function changePhoto(context: ChangeContext, line: RunLine): Promise<RunLine> {
  let current = line;
  const onSent = (sent: RunLine): void => {
    current = sent;
    context.onSent(sent);
  };
  for (let tries = 1; ; tries++) {
    try {
      const state = await tryChange({ ...context, onSent }, current);
      return await context.journal.setState(current, state);
    } catch (error) {
      if (error instanceof ThrottledError) await context.wait(error);
      else {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        if (refusal.reason === 'serviceFailed' && tries < maxTries) continue;
        return await context.journal.setState(current, refusal);
      }
    }
  }
}

async function tryChange({ journal, writer, onSent }: Omit<ChangeContext, 'wait'>, line: RunLine): Promise<LineState> {
  const photo = line.change === 'set' ? await journal.picture(line.runId, line.index, 'new') : null;
  if (line.change === 'set' && !photo) throw new Error('The journal lacks the photo of a line');
  const found: Comparison =
    line.state.kind === 'sent' ? await compareSent({ journal, writer }, line, photo) : { ...line, kind: 'toSend' };
  if (found.kind === 'ended') return found.state;
  const { replaces } = found;
  const saved = await writer.write(line.person, photo, {
    ...(replaces !== undefined && { replaces }),
    onBefore: async (before) => {
      // Of a line that was sent before, the photo from before is kept already.
      const kept = line.before ?? keptOf(before);
      const picture = line.before || before.kind !== 'photo' ? null : before.picture;
      onSent(await journal.markSent(line, kept, picture));
    },
  });
  if (!saved.proven) return { kind: 'sent', isAccepted: true };
  return { kind: 'proven', eTag: eTagOf(saved.now), by: 'save' };
}

/** What became of a line that was sent; where the photo from before is still there, what the next write replaces. */
async function compareSent(
  { journal, writer }: Pick<ChangeContext, 'journal' | 'writer'>,
  line: RunLine,
  photo: Blob | null,
): Promise<Comparison> {
  const held = await writer.read(line.person);
  const eTag = eTagOf(held);
  const isSame = async (other: Blob | null): Promise<boolean> =>
    held.kind === 'photo' && other !== null && (await writer.isSame(held.picture, other));
  if (photo ? await isSame(photo) : held.kind === 'none') return ended({ kind: 'proven', eTag, by: 'reading' });
  const { before, state } = line;
  const isBefore =
    before?.kind === 'photo'
      ? (eTag !== null && eTag === before.eTag) ||
        (await isSame(await journal.picture(line.runId, line.index, 'before')))
      : held.kind === 'none';
  if (!isBefore) return ended({ kind: 'refused', reason: 'changedElsewhere', status: 0, code: '', requestId: '' });
  // The service shows it later: a second write would prove nothing sooner.
  if (state.kind === 'sent' && state.isAccepted) return ended(state);
  return { kind: 'toSend', ...((held.kind === 'none' || eTag !== null) && { replaces: eTag }) };
}

function ended(state: LineState): Comparison {
  return { kind: 'ended', state };
}

function keptOf(before: PhotoResult): PhotoBefore {
  return before.kind === 'photo' ? { kind: 'photo', eTag: eTagOf(before) } : { kind: 'none' };
}

function eTagOf(result: PhotoResult): string | null {
  return result.kind === 'none' ? null : (result.metadata?.eTag ?? null);
}
