import { officeOrigins } from '../src/officeOrigins';
import { deploymentHeaders, pageHeaders } from './headers';

const directives = (headers: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    (headers['content-security-policy'] ?? '').split('; ').map((one) => {
      const [name = '', ...sources] = one.split(' ');
      return [name, sources.join(' ')];
    }),
  );

test('the policy starts from nothing and allows no inline or evaluated script', () => {
  const policy = directives(pageHeaders({ hosts: ['https://mail.example'], office: [], services: [] }));
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('frame-ancestors')).toBe('https://mail.example');
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*(?!\.)/);
});

test('a deployment may reach its services and the identity provider, and nothing else', () => {
  const policy = directives(
    deploymentHeaders({
      authority: 'https://login.microsoftonline.com/common',
      serviceUrl: 'https://graph.microsoft.com/v1.0',
    }),
  );
  expect(policy.get('connect-src')).toBe("'self' https://graph.microsoft.com https://login.microsoftonline.com");
  expect(policy.get('script-src')).toBe(`'self' ${officeOrigins.join(' ')}`);
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
});
