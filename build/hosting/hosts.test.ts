import { azureStaticWebApp } from './azureStaticWebApps';
import { cacheControlOf, deploymentHeaders, headersOf } from './headers';
import { nginxSite } from './nginx';
import { objectStore } from './objectStore';

const headers = deploymentHeaders({
  authority: 'https://login.microsoftonline.com/common',
  serviceUrl: 'https://graph.microsoft.com/v1.0',
});
const addin = { address: 'https://photos.example/sub/path', headers };
const files = [
  'taskpane.html',
  'taskpane.0123abcd.js',
  'taskpane.0123abcd.js.br',
  'heic-worker.0123abcd.js',
  'libheif.0123abcd.wasm',
  'assets/icon-16.png',
  'manifest.xml',
  '../hosting/licenses.json',
];

test('nginx: the site is for the address and its folder, with every header of a deployment', () => {
  const site = nginxSite(addin);
  expect(site).toContain('server_name photos.example;');
  expect(site).toContain('location /sub/path/ {');
  const { 'content-security-policy': policy, ...others } = headers;
  for (const [name, value] of Object.entries(others)) expect(site).toContain(`add_header ${name} "${value}" always;`);
  expect(site).toContain('add_header content-security-policy $user_photo_policy always;');
  expect(site).toContain(`  default "${policy}";`);
  expect(site).toMatch(/heic-worker[^"]*" "[^"]*'wasm-unsafe-eval'/);
});

test('nginx: at the root of a host, the folder is one slash', () => {
  expect(nginxSite({ ...addin, address: 'https://photos.example' })).toContain('location / {');
});

test('Azure: all files have the headers, and every ending that a route names has its caching', () => {
  expect(azureStaticWebApp(addin, files)).toMatchObject({
    globalHeaders: { ...headers, 'cache-control': 'no-cache' },
    routes: [
      {
        route: '/sub/path/heic-worker.0123abcd.js',
        headers: {
          ...headersOf('heic-worker.0123abcd.js', headers),
          'cache-control': cacheControlOf('taskpane.0123abcd.js'),
        },
      },
      {
        route: '/sub/path/*.{js,css,map,wasm,bin}',
        headers: { 'cache-control': cacheControlOf('taskpane.0123abcd.js') },
      },
      { route: '/sub/path/*.{png}', headers: { 'cache-control': cacheControlOf('assets/icon-16.png') } },
    ],
  });
});

test('object store: each file has its type and caching, and pages come last', () => {
  const { objects } = objectStore(addin, files) as { objects: readonly Record<string, unknown>[] };
  expect(objects.map(({ path }) => path)).toEqual([
    'assets/icon-16.png',
    'heic-worker.0123abcd.js',
    'libheif.0123abcd.wasm',
    'manifest.xml',
    'taskpane.0123abcd.js',
    'taskpane.html',
  ]);
  const own = objects.filter((one) => 'responseHeaders' in one);
  expect(own.map(({ path }) => path)).toEqual(['heic-worker.0123abcd.js']);
  expect(objects.at(-1)).toEqual({
    path: 'taskpane.html',
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
});
