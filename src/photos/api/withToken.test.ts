import fc from 'fast-check';
import { claimsOf, oneWithToken, type GetAccessToken } from './withToken';

const challenge = (claims: string): Headers =>
  new Headers({ 'www-authenticate': `Bearer error="insufficient_claims", claims="${claims}"` });
const usable = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

test.each([
  ['JSON in base64', btoa(usable), usable],
  ['JSON in base64 for addresses', btoa('{"a":"~~~???"}').replaceAll('+', '-').replaceAll('/', '_'), '{"a":"~~~???"}'],
  ['no base64', '***', null],
  ['no JSON', btoa('sign in again'), null],
  ['JSON that is cut off', btoa(usable.slice(0, -3)), null],
  ['JSON that is no object', btoa('"c1"'), null],
  ['null', btoa('null'), null],
])('a claims challenge of %s', (_name, claims, expected) => {
  expect(claimsOf(challenge(claims))).toBe(expected);
});

test('a challenge that cannot be met counts as an expired token: one fresh token, one more request', async () => {
  const requests: Parameters<GetAccessToken>[0][] = [];
  const getToken: GetAccessToken = (request) => {
    requests.push(request);
    return Promise.resolve(`token ${requests.length}`);
  };
  const send = (token: string) =>
    Promise.resolve({ status: token === 'token 1' ? 401 : 200, headers: challenge(btoa('{"cut')) });
  const response = await oneWithToken(send, getToken, ['User.Read'], undefined);
  expect(response.status).toBe(200);
  expect(requests).toEqual([{ scopes: ['User.Read'] }, { scopes: ['User.Read'], fresh: true }]);
});

test('any header is read without a throw, and gives JSON or nothing', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'claims=" " claims = , ; { } + / - _ a G k'.split(' '), ' '),
    maxLength: 200,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((one) => `claims="${btoa(one)}"`),
      ),
      (header) => {
        const claims = claimsOf(new Headers({ 'www-authenticate': header.trim() }));
        if (claims !== null) expect(typeof JSON.parse(claims)).toBe('object');
      },
    ),
  );
});
