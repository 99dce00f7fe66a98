import type { DirectoryPerson, Overview, PersonKind, PhotoState, StateKind } from '../../directory';

/** A state, or that it is not read yet. */
export type ShownState = StateKind | 'unread';

export type SortKey = 'name' | 'address' | 'kind' | 'state';

/** What the list shows, and in which order. */
export interface View {
  readonly search: string;
  /** Null: all. */
  readonly state: ShownState | null;
  readonly kind: PersonKind | null;
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

export const wholeView: View = { search: '', state: null, kind: null, sort: 'name', isDescending: false };

/** States in the order of the filters, which is also that of the sorted list. */
export const shownStates: readonly ShownState[] = [
  'photo',
  'blurred',
  'none',
  'onPremises',
  'noMailbox',
  'notReadable',
  'unread',
];

/** In the order of the menu, which is also that of the sorted list. */
export const personKinds: readonly PersonKind[] = ['member', 'guest', 'signInOff', 'group'];

export function shownState(state: PhotoState | undefined): ShownState {
  return state?.kind ?? 'unread';
}

/** The places in the list of the people whom a view shows, in its order. */
export function peopleIn({ people, states }: Pick<Overview, 'people' | 'states'>, view: View): readonly number[] {
  const words = foldText(view.search).split(/\s+/).filter(Boolean).map(searchedWord);
  const found: number[] = [];
  people.forEach((person, place) => {
    if (view.state !== null && shownState(states[place]) !== view.state) return;
    if (view.kind !== null && person.kind !== view.kind) return;
    if (words.length > 0 && !isFound(person, words)) return;
    found.push(place);
  });
  return sorted(found, { people, states }, view);
}

/** How many people have each state. */
export function countStates({ people, states }: Pick<Overview, 'people' | 'states'>): ReadonlyMap<ShownState, number> {
  const counts = new Map<ShownState, number>();
  people.forEach((_person, place) => {
    const state = shownState(states[place]);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  });
  return counts;
}

/** The list itself is in the order of names; equal entries of other orders are too. */
function sorted(
  places: number[],
  { people, states }: Pick<Overview, 'people' | 'states'>,
  { sort, isDescending }: View,
): readonly number[] {
  const direction = isDescending ? -1 : 1;
  if (sort === 'name') return isDescending ? places.reverse() : places;
  if (sort === 'address') {
    const keys = people.map(({ address }) => address.toLowerCase());
    return places.sort((one, other) => direction * compareTexts(keys[one] ?? '', keys[other] ?? ''));
  }
  const rank = (place: number): number => {
    const kind = people[place]?.kind ?? 'member';
    return sort === 'kind' ? personKinds.indexOf(kind) : stateRank(states[place]);
  };
  return places.sort((one, other) => direction * (rank(one) - rank(other)));
}

/** By state, and photos by their size. */
function stateRank(state: PhotoState | undefined): number {
  const size = state && 'width' in state ? Math.min(state.width, state.height) : 0;
  return shownStates.indexOf(shownState(state)) * 1e6 - size;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A word of the search, in both forms in which it is looked for. */
interface SearchedWord {
  readonly folded: string;
  readonly asWritten: RegExp;
}

function searchedWord(folded: string): SearchedWord {
  return { folded, asWritten: new RegExp(folded.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i') };
}

function isFound({ name, address, login }: DirectoryPerson, words: readonly SearchedWord[]): boolean {
  return words.every((word) => has(name, word) || has(address, word) || has(login, word));
}

/** Folding takes many times as long as a look at the text, and keeping what was folded more memory than the people. */
function has(text: string, { asWritten, folded }: SearchedWord): boolean {
  return asWritten.test(text) || (/[^ -~]/.test(text) && foldText(text).includes(folded));
}

/** Without case and accents. */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
