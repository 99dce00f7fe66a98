import { abortReason } from './abortReason';

test('an error given as the reason is the reason', () => {
  const reason = new RangeError('enough');
  expect(abortReason(AbortSignal.abort(reason))).toBe(reason);
});

test.each([['a reason that is no error', AbortSignal.abort('text')] as const, ['no signal', undefined] as const])(
  '%s gives an AbortError',
  (_name, signal) => {
    expect(abortReason(signal)).toMatchObject({ name: 'AbortError' });
  },
);
