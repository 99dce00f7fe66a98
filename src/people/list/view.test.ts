import type { DirectoryPerson, PhotoState } from '../../directory';
import { countStates, peopleIn, wholeView, type View } from './view';

const person = (name: string, address: string, kind: DirectoryPerson['kind'] = 'member'): DirectoryPerson => ({
  id: address,
  name,
  address,
  login: `u-${address}`,
  kind,
});

// In the order of names, as the service lists them.
const people = [
  person('Ana Gómez', 'zz.ana@contoso.com'),
  person('Gil Partner', 'gil@partner.example', 'guest'),
  person('Jürgen Groß', 'juergen@contoso.com'),
  person('Łukasz O’Connor', 'lukasz@contoso.com'),
  person('Room Everest', 'everest@contoso.com', 'signInOff'),
];
const states: readonly (PhotoState | undefined)[] = [
  { kind: 'photo', width: 504, height: 504 },
  { kind: 'blurred', width: 96, height: 96 },
  { kind: 'none' },
  undefined,
  { kind: 'photo', width: 648, height: 648 },
];
const shown = (view: Partial<View>): readonly number[] => peopleIn({ people, states }, { ...wholeView, ...view });

test.each([
  ['gomez', [0]],
  ['GROSS jur', [2]],
  ['  ', [0, 1, 2, 3, 4]],
  ['@contoso.com o', [0, 2, 3, 4]],
  ['u-gil', [1]],
  ['gil contoso', []],
])('a search for "%s" shows %j', (search, expected) => {
  expect(shown({ search })).toEqual(expected);
});

test.each([
  [{ state: 'photo' }, [0, 4]],
  [{ state: 'unread' }, [3]],
  [{ kind: 'guest' }, [1]],
  [{ kind: 'signInOff', state: 'none' }, []],
] as const)('the filter %j shows %j', (view, expected) => {
  expect(shown(view)).toEqual(expected);
});

test.each([
  [{ sort: 'name', isDescending: true }, [4, 3, 2, 1, 0]],
  [{ sort: 'address' }, [4, 1, 2, 3, 0]],
  [{ sort: 'kind' }, [0, 2, 3, 1, 4]],
  // Larger photos first.
  [{ sort: 'state' }, [4, 0, 1, 2, 3]],
  [{ sort: 'state', isDescending: true }, [3, 2, 1, 0, 4]],
] as const)('sorted by %j: %j', (view, expected) => {
  expect(shown(view)).toEqual(expected);
});

test('every person is counted in one state', () => {
  expect(Object.fromEntries(countStates({ people, states }))).toEqual({ photo: 2, blurred: 1, none: 1, unread: 1 });
});
