import { withPerson } from './lookedUpPeople';

const person = (address: string, name = '') => ({ name, address });

test('the latest person is first, and each is there once', () => {
  const people = [person('a@contoso.com'), person('b@contoso.com')];
  expect(withPerson(people, person('B@contoso.com'))).toEqual([person('B@contoso.com'), person('a@contoso.com')]);
});

test('a known name stays when the person is found by address', () => {
  const people = [person('a@contoso.com', 'Ann')];
  expect(withPerson(people, person('a@contoso.com'))).toEqual(people);
});

test('the sixth person is dropped', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((one) => person(`${one}@contoso.com`));
  const addresses = withPerson(people, person('f@contoso.com')).map(({ address }) => address[0]);
  expect(addresses).toEqual(['f', 'a', 'b', 'c', 'd']);
});
