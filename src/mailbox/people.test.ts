import { uniquePeople } from './people';

const person = (address: string, name = '') => ({ address, name });

test('people are compared by normalized address, without an address by name', () => {
  const people = [person('A@x.example'), person(' a@x.example', 'A'), person('', 'Room 1'), person('', 'room 1')];
  expect(uniquePeople(people)).toEqual([people[0], people[2]]);
});

test('excluded people are left out', () => {
  const [megan, diego] = [person('megan@x.example'), person('diego@x.example')];
  expect(uniquePeople([megan, diego], [null, person('MEGAN@x.example')])).toEqual([diego]);
});
