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

export const personKinds: readonly PersonKind[] = ['member', 'guest', 'signInOff'];

export function shownState(state: PhotoState | undefined): ShownState {
  return state?.kind ?? 'unread';
}

/** The places in the list of the people whom a view shows, in its order. */
export function peopleIn({ people, states }: Pick<Overview, 'people' | 'states'>, view: View): readonly number[] {
  const words = foldText(view.search).split(' ').filter(Boolean);
  const found: number[] = [];
  people.forEach((person, place) => {
    if (view.state !== null && shownState(states[place]) !== view.state) return;
    if (view.kind !== null && person.kind !== view.kind) return;
    if (words.length > 0 && !words.every((word) => searchable(person).includes(word))) return;
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

/** Folded once for each person: a search goes through all of them at each key. */
const foldedPeople = new WeakMap<DirectoryPerson, string>();

function searchable(person: DirectoryPerson): string {
  const known = foldedPeople.get(person);
  if (known !== undefined) return known;
  const folded = foldText(`${person.name} ${person.address} ${person.login}`);
  foldedPeople.set(person, folded);
  return folded;
}

/** Without case and accents. */
function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').trim();
}
