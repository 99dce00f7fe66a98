import type { BulkPerson, FileMatch } from '../../bulk';
import { decide, noAnswers, type Answers } from './decisions';

const person = (id: string): BulkPerson => ({ id, displayName: id, mail: `${id}@contoso.com`, userPrincipalName: id });
const [anna, ben] = [person('anna'), person('ben')];
const reason = { kind: 'address', text: '' } as const;
const matched = (path: string, one: BulkPerson): FileMatch => ({ kind: 'matched', path, person: one, reason });
const ambiguous = (path: string, ...people: BulkPerson[]): FileMatch => ({
  kind: 'ambiguous',
  path,
  candidates: people.map((one) => ({ person: one, reason })),
});
const duplicate = (path: string, one: BulkPerson): FileMatch => ({
  kind: 'duplicate',
  path,
  paths: [],
  person: one,
  reason,
});
const pathsOf = (files: readonly FileMatch[], answers: Partial<Answers> = {}) => {
  const { assigned, open, unmatched } = decide(files, { ...noAnswers, ...answers });
  return { assigned: assigned.map(({ path, person: one }) => `${path} ${one.id}`), open, unmatched };
};

test('what is matched is assigned, what is not is left', () => {
  const files = [matched('a.jpg', anna), { kind: 'unmatched', path: 'x.jpg' } as const];
  expect(pathsOf(files)).toEqual({ assigned: ['a.jpg anna'], open: 0, unmatched: ['x.jpg'] });
});

test('a file of two people waits for the person, or for none', () => {
  const files = [ambiguous('a.jpg', anna, ben)];
  expect(pathsOf(files)).toMatchObject({ assigned: [], open: 1 });
  expect(pathsOf(files, { people: new Map([['a.jpg', ben]]) })).toMatchObject({ assigned: ['a.jpg ben'], open: 0 });
  expect(pathsOf(files, { people: new Map([['a.jpg', null]]) })).toMatchObject({ assigned: [], open: 0 });
});

test('of two files of a person one is chosen, or none', () => {
  const files = [duplicate('a.jpg', anna), duplicate('b.jpg', anna)];
  expect(pathsOf(files)).toMatchObject({ assigned: [], open: 1 });
  expect(pathsOf(files, { files: new Map([['anna', 'b.jpg']]) })).toMatchObject({ assigned: ['b.jpg anna'], open: 0 });
  expect(pathsOf(files, { files: new Map([['anna', null]]) })).toMatchObject({ assigned: [], open: 0 });
});

test('a person who is chosen for a second file is asked about, so that no person is assigned twice', () => {
  const files = [matched('a.jpg', anna), ambiguous('b.jpg', anna, ben)];
  const people = new Map([['b.jpg', anna]]);
  expect(pathsOf(files, { people })).toMatchObject({ assigned: [], open: 1 });
  expect(pathsOf(files, { people, files: new Map([['anna', 'b.jpg']]) })).toMatchObject({
    assigned: ['b.jpg anna'],
    open: 0,
  });
  // The answer about files stays where the person is changed, and counts no more.
  expect(pathsOf(files, { people: new Map([['b.jpg', ben]]), files: new Map([['anna', 'b.jpg']]) })).toMatchObject({
    assigned: ['a.jpg anna', 'b.jpg ben'],
    open: 0,
  });
});
