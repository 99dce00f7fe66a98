import { ownerKindsOf } from './ownerKinds';

const group = { kind: 'group' } as const;

test.each([
  ['nothing yet', [], ['others']],
  ['people', [{}, {}], ['others']],
  ['groups', [group], ['groups']],
  ['both', [group, {}], ['others', 'groups']],
] as const)('%s: %j needs the permissions for %j', (_name, people, kinds) => {
  expect(ownerKindsOf(people)).toEqual(kinds);
});
