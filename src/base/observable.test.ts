import { observable } from './observable';

test('listeners are called after a change and can read the new value', () => {
  const face = observable('initials');
  const seen: string[] = [];
  face.subscribe(() => seen.push(face.value));
  face.set('photo');
  expect(seen).toEqual(['photo']);
});

test('setting the same value again emits nothing', () => {
  const listener = jest.fn();
  const face = observable(1);
  face.subscribe(listener);
  face.set(1);
  expect(listener).not.toHaveBeenCalled();
});

test('unsubscribing ends one subscription of a function that subscribed twice', () => {
  const listener = jest.fn();
  const face = observable(1);
  const undo = face.subscribe(listener);
  face.subscribe(listener);
  undo();
  face.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
});
