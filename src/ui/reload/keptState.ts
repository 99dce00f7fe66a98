import type { Person } from '../../mailbox';
import type { Position } from '../crop/pictureDraft';
import { screens, type Screen } from '../parts/screens';

/** What the pane shows, as far as a reload keeps it, apart from the file. */
export interface KeptState {
  readonly screen: Screen;
  /** The person who was looked up last. */
  readonly found: Person | null;
  /** The picture that was chosen and not saved: whose photo it becomes, and its position if it was open. */
  readonly picture: { readonly address: string; readonly position: Position | null } | null;
}

/** What the screens give to be kept. */
export interface GivenState extends KeptState {
  /** The file of `picture`. */
  readonly file: Blob | null;
}

/** What a reload has kept. */
export interface TakenState extends KeptState {
  readonly file: Promise<Blob | null>;
}

/** A state that is older was not kept by the reload that has just happened. Milliseconds. */
const keptFor = 60_000;

/** The text of a state in the session storage; `now` in milliseconds since 1970. */
export function formatState(state: KeptState, now: number): string {
  return JSON.stringify({ ...state, at: now });
}

/** Reads what another build may have written. Null: it is too old, or no state at all. */
export function parseState(text: string, now: number): KeptState | null {
  const { at, screen, found, picture } = parseObject(text);
  const known = screens.find((one) => one === screen);
  if (typeof at !== 'number' || at > now || now - at > keptFor || !known) return null;
  return { screen: known, found: personIn(found), picture: pictureIn(picture) };
}

type Fields = Readonly<Record<string, unknown>>;

function parseObject(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The fields of an object; none of anything else. */
function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function personIn(value: unknown): Person | null {
  const { name, address } = fieldsOf(value);
  return typeof name === 'string' && typeof address === 'string' ? { name, address } : null;
}

function pictureIn(value: unknown): KeptState['picture'] {
  const { address, position } = fieldsOf(value);
  return typeof address === 'string' ? { address, position: isPosition(position) ? position : null } : null;
}

function isPosition(value: unknown): value is Position {
  const { crop, zoom, quarters, angle, flipped } = fieldsOf(value);
  const { x, y } = fieldsOf(crop);
  return [x, y, zoom, quarters, angle].every(Number.isFinite) && typeof flipped === 'boolean';
}
