import fc from 'fast-check';
import { formatState, parseState, type KeptState } from './keptState';

const now = Date.UTC(2026, 10, 27);
const position = { crop: { x: 12, y: -3.5 }, zoom: 2, quarters: -1, angle: 7, flipped: true };
const state: KeptState = {
  screen: 'lookup',
  found: { name: '', address: 'diego@contoso.com' },
  picture: { address: 'diego@contoso.com', position },
};

/** A stored state whose entries are replaced. */
const stored = (change: object): string => JSON.stringify({ ...JSON.parse(formatState(state, now)), ...change });

test('a state is read as it was stored, for a minute', () => {
  const text = formatState(state, now);
  expect(parseState(text, now)).toEqual(state);
  expect(parseState(text, now + 60_000)).toEqual(state);
  expect(parseState(text, now + 60_001)).toBeNull();
  // The clock was set back.
  expect(parseState(text, now - 1)).toBeNull();
});

test('what is no state is none', () => {
  for (const text of ['', 'null', '[]', '"lookup"', '{', stored({ at: null }), stored({ screen: 'unknown' })]) {
    expect(parseState(text, now)).toBeNull();
  }
});

test('a part that another build wrote differently is left out, the others are kept', () => {
  expect(parseState(stored({ found: 'diego' }), now)).toEqual({ ...state, found: null });
  expect(parseState(stored({ picture: { address: 1 } }), now)).toEqual({ ...state, picture: null });
  for (const wrong of [
    { ...position, zoom: '2' },
    { ...position, crop: null },
    { ...position, flipped: 1 },
    'middle',
  ]) {
    const picture = { address: 'diego@contoso.com', position: wrong };
    expect(parseState(stored({ picture }), now)?.picture).toEqual({ ...picture, position: null });
  }
});

test('whatever is stored, a state has the form of today or there is none', () => {
  const any = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(state.screen, state.found, state.picture, position, now),
  );
  const change = fc.dictionary(fc.constantFrom('screen', 'found', 'picture', 'at'), any);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), change.map(stored)), (text) => {
      const read = parseState(text, now);
      if (!read) return;
      const { x, y } = read.picture?.position?.crop ?? { x: 0, y: 0 };
      const { zoom, quarters, angle } = read.picture?.position ?? position;
      expect([x, y, zoom, quarters, angle].every(Number.isFinite)).toBe(true);
      for (const one of [read.found, read.picture]) expect(typeof (one?.address ?? '')).toBe('string');
      expect(['message', 'mine', 'lookup', 'settings']).toContain(read.screen);
    }),
  );
});
