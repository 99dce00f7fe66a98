import { checkWrite, type ServiceResponse } from './responses';

const answer = (status: number, code: string): ServiceResponse => ({
  status,
  headers: new Headers({ 'request-id': 'abc' }),
  json: code ? { error: { code } } : undefined,
  bytes: new Uint8Array(),
  isRetried: false,
});

function thrownBy(check: () => void): unknown {
  try {
    check();
    return null;
  } catch (error) {
    return error;
  }
}

test.each([
  [404, 'ErrorItemNotFound', 40_000, 'unclear'],
  [404, '', 3_000, 'unclear'],
  [404, 'ImageNotFound', 150_000, 'tooLarge'],
  [413, '', 3_000, 'tooLarge'],
  [400, 'ValidationWidthTooSmall', 3_000, 'tooSmall'],
  [415, '', 3_000, 'badPicture'],
  [400, 'ErrorInvalidImage', 3_000, 'badPicture'],
  [404, 'MailboxNotHostedInExchangeOnline', 150_000, 'onPremises'],
  [404, 'ErrorNonExistentMailbox', 3_000, 'noMailbox'],
  [400, 'ErrorInternal', 3_000, 'unclear'],
  [409, '', 150_000, 'unclear'],
])('an upload that is answered with %d %s, of %d bytes, is refused as %s', (status, code, size, reason) => {
  const refused = thrownBy(() => checkWrite(answer(status, code), [], size));
  expect(refused).toMatchObject({ name: 'PictureRefusedError', reason, status, code, requestId: 'abc' });
});

test('a removal that is refused is a failure of the service', () => {
  const failed = thrownBy(() => checkWrite(answer(404, 'ImageNotFound'), [], null));
  expect(failed).toMatchObject({ name: 'ServiceError', status: 404 });
});
