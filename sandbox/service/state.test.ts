import { initialState, patchState } from './state';

test('a patch changes the keys it names', () => {
  const state = initialState();
  expect(patchState(state, { latency: 50, proxyAddresses: 'refused400' })).toBeNull();
  expect(state).toMatchObject({ latency: 50, proxyAddresses: 'refused400', directorySearch: 'allowed' });
});

test.each([
  [null, 'Send a JSON object.'],
  [undefined, 'Send a JSON object.'],
  [{ colour: 1 }, 'There is no "colour".'],
  [{ latency: '1' }, 'latency has to be like 0.'],
  [{ proxyAddresses: 'maybe' }, 'proxyAddresses has to be one of hidden, allowed, refused400, refused403.'],
])('%j is refused: %s', (change, message) => {
  const state = initialState();
  expect(patchState(state, change)).toContain(message);
  expect(state).toEqual(initialState());
});
