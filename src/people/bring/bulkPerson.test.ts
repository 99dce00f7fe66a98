import { matchFiles, PeopleIndex } from '../../bulk';
import type { DirectoryPerson } from '../../directory';
import { bulkPersonOf } from './bulkPerson';

const person: DirectoryPerson = {
  id: 'p',
  name: 'Ivy Bell',
  address: 'ivy@contoso.com',
  login: 'u1@contoso.com',
  kind: 'guest',
};
const group: DirectoryPerson = { id: 'g', name: 'Orion', address: 'orion@contoso.com', login: '', kind: 'group' };

test('a group is known by its address in place of a login name, and a person has no kind', () => {
  expect(bulkPersonOf(group)).toMatchObject({ id: 'g', kind: 'group', userPrincipalName: 'orion@contoso.com' });
  expect(bulkPersonOf(person)).not.toHaveProperty('kind');
});

test.each(['orion@contoso.com.jpg', 'Orion.jpg'])('%s is matched to the group', async (path) => {
  const index = await PeopleIndex.create([person, group].map(bulkPersonOf));
  const { files } = await matchFiles([path], index);
  expect(files).toMatchObject([{ kind: 'matched', person: { id: 'g', kind: 'group' } }]);
});
