import { matchFiles } from './matching';
import { PeopleIndex } from './peopleIndex';
import { person } from './people.fixture';

// Three letters of two spellings each, six words, a title and a note.
const people = Array.from({ length: 2000 }, (_none, number) =>
  person(`Dr. Anna${number} Jürgen Müller-Lüdenscheidt (Vertrieb ${number % 50})`, {
    mail: `u${number}@contoso.com`,
    userPrincipalName: `jörg${number}@contoso.com`,
    employeeId: `E${10_000 + number}`,
  }),
);
const paths = ['Mueller-Luedenscheidt, Anna77 Juergen.jpg', 'JOERG1999.png', 'e10042.jpg', 'u1321@contoso.com_640.jpg'];

test('of 2,000 people with long names, the right ones are found', async () => {
  const { files } = await matchFiles(paths, await PeopleIndex.create(people));
  const found = files.map((match) => match.kind === 'matched' && match.person);
  expect(found).toEqual([people[77], people[1999], people[42], people[1321]]);
});

test('an index that is not wanted any more is given up', async () => {
  await expect(PeopleIndex.create(people, AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
});
