import { missingFeatures } from './requiredFeatures';

const current = { AbortSignal: { any: 1, timeout: 1 }, URL: { canParse: 1 }, OffscreenCanvas: 1 };

test.each([
  ['a current browser', current, []],
  ['Safari 17.3', { ...current, AbortSignal: { timeout: 1 } }, ['AbortSignal.any']],
  ['Safari 16.4', { ...current, AbortSignal: { timeout: 1 }, URL: {} }, ['AbortSignal.any', 'URL.canParse']],
  [
    'Safari 14',
    { AbortSignal: {}, URL: {} },
    ['AbortSignal.any', 'AbortSignal.timeout', 'URL.canParse', 'OffscreenCanvas'],
  ],
  ['a browser without AbortSignal', { ...current, AbortSignal: undefined }, ['AbortSignal.any', 'AbortSignal.timeout']],
])('the missing features of %s are named', (_name, globals, expected) => {
  expect(missingFeatures(globals as Parameters<typeof missingFeatures>[0])).toEqual(expected);
});
