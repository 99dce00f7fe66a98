import fc from 'fast-check';
import { ThrottledError } from '../../http';
import { summaryInError } from './errors';
import { checkRead, checkWrite, parseResponse, summaryOf, unexpectedResponse, type ServiceResponse } from './responses';

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

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const responseOf = (body: string, status = 200, headers: Record<string, string> = {}) =>
  parseResponse({ status, headers: new Headers(headers), body: bytes(body) });

test('an unexpected answer has its status and request id for the diagnosis, and only its first characters', () => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'request-id': 'r1' };
  const error = unexpectedResponse(responseOf(`<html>${'x'.repeat(20)}megan@contoso.com`, 200, headers));
  expect(summaryInError(error)).toEqual({ status: 200, code: '', requestId: 'r1' });
  expect(error.content).toEqual({ type: headers['content-type'], start: `<html>${'x'.repeat(14)}` });
});

test('a code or an id of ten thousand characters is cut', () => {
  const long = 'x'.repeat(10_000);
  const { code, requestId } = summaryOf(
    responseOf(JSON.stringify({ error: { code: long, innerError: { 'request-id': long } } }), 500),
  );
  expect([code, requestId].map(({ length }) => length)).toEqual([100, 100]);
});

const typed = /^(SignInRequired|Permission|Service|UnexpectedAnswer|PictureRefused)Error$/;

test('whatever an error says and whatever its status is, only typed errors are thrown', () => {
  const error = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        code: fc.oneof(fc.jsonValue(), fc.constantFrom('constructor', '__proto__', 'toString', 'UnknownError')),
        message: fc.oneof(fc.jsonValue(), fc.string()),
        innerError: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      error,
      fc.constantFrom(null, 3_000, 150_000),
      (status, json, size) => {
        const response = responseOf(JSON.stringify({ error: json }), status);
        for (const check of [() => checkRead(response, []), () => checkWrite(response, [], size)]) {
          try {
            check();
          } catch (thrown) {
            const isTyped = thrown instanceof ThrottledError || (thrown instanceof Error && typed.test(thrown.name));
            expect(isTyped).toBe(true);
          }
        }
      },
    ),
  );
});
