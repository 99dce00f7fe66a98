import { azureStaticWebApp } from './azureStaticWebApps';
import { cacheControlOf, deploymentHeaders } from './headers';
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
  'assets/icon-16.png',
  'manifest.xml',
  '../hosting/licenses.json',
];

test('nginx: the site is for the address and its folder, with every header of a deployment', () => {
  const site = nginxSite(addin);
  expect(site).toContain('server_name photos.example;');
  expect(site).toContain('location /sub/path/ {');
  for (const [name, value] of Object.entries(headers)) expect(site).toContain(`add_header ${name} "${value}" always;`);
});

test('nginx: at the root of a host, the folder is one slash', () => {
  expect(nginxSite({ ...addin, address: 'https://photos.example' })).toContain('location / {');
});

test('Azure: all files have the headers, and every ending that a route names has its caching', () => {
  expect(azureStaticWebApp(addin)).toMatchObject({
    globalHeaders: { ...headers, 'cache-control': 'no-cache' },
    routes: [
      { route: '/sub/path/*.{js,css,map}', headers: { 'cache-control': cacheControlOf('taskpane.0123abcd.js') } },
      { route: '/sub/path/*.{png}', headers: { 'cache-control': cacheControlOf('assets/icon-16.png') } },
    ],
  });
});

test('object store: each file has its type and caching, and pages come last', () => {
  const { objects } = objectStore(addin, files) as { objects: readonly Record<string, string>[] };
  expect(objects.map(({ path }) => path)).toEqual([
    'assets/icon-16.png',
    'manifest.xml',
    'taskpane.0123abcd.js',
    'taskpane.html',
  ]);
  expect(objects.at(-1)).toEqual({
    path: 'taskpane.html',
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
});
