import { officeOrigins } from '../../src/officeOrigins';
import { cacheControlOf, deploymentHeaders, headersOf, securityHeaders } from './headers';

const directives = (headers: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    (headers['content-security-policy'] ?? '').split('; ').map((one) => {
      const [name = '', ...sources] = one.split(' ');
      return [name, sources.join(' ')];
    }),
  );

test('the policy starts from nothing and allows no inline or evaluated script', () => {
  const policy = directives(securityHeaders({ hosts: ['https://mail.example'], office: [], services: [] }));
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

test('only the worker that decodes HEIC may run WebAssembly, and it reaches no service', () => {
  const pages = securityHeaders({ hosts: [], office: [], services: ['https://graph.example'] });
  for (const path of ['taskpane.html', 'taskpane.0123abcd.js', 'tiff-worker.0123abcd.js']) {
    expect(headersOf(path, pages)).toBe(pages);
  }
  const worker = headersOf('sub/heic-worker.0123abcd.js', pages);
  expect(worker).toMatchObject({ 'x-content-type-options': 'nosniff' });
  expect(directives(worker).get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(directives(worker).get('connect-src')).toBe("'self'");
});

test('the administrators’ page may not be framed, and loads no script of Office', () => {
  const deployed = deploymentHeaders({
    authority: 'https://login.microsoftonline.com/common',
    serviceUrl: 'https://graph.microsoft.com/v1.0',
  });
  const policy = directives(headersOf('sub/people.html', deployed));
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect(policy.get('frame-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe(directives(deployed).get('connect-src'));
});

test.each([
  ['taskpane.html', 'no-cache'],
  ['libheif.0123abcd.wasm', 'public, max-age=31536000, immutable'],
  ['tiny_face_detector_model.0123abcd.bin', 'public, max-age=31536000, immutable'],
  ['manifest.xml', 'no-cache'],
  ['taskpane.0123abcd.js', 'public, max-age=31536000, immutable'],
  ['pane.0123456789abcdef.css', 'public, max-age=31536000, immutable'],
  ['taskpane.0123abcd.js.map', 'public, max-age=31536000, immutable'],
  ['assets/icon-16.png', 'public, max-age=86400'],
  ['taskpane.js', 'no-cache'],
])('%s is kept as "%s" says', (path, expected) => {
  expect(cacheControlOf(path)).toBe(expected);
});
