import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** The terms under which a package may be part of what is deployed. */
const licenses = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', '(MIT AND Zlib)', 'Unicode-DFS-2016'];

/** Shipped as files of their own, which their license asks for: they can be exchanged. */
const asOwnFile = ['node_modules/libheif-js'];

test('every package has a hash, and none names the registry that it came from', () => {
  const without = locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(without.map(([path]) => path)).toEqual([]);
  expect(locked.flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path]))).toEqual([]);
  expect(locked.length).toBeGreaterThan(500);
});

test('no package runs a script during the installation', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test('what is deployed may be passed on', () => {
  const deployed = locked.filter(([, { dev }]) => dev !== true);
  const mayPass = (path: string, license = ''): boolean =>
    licenses.includes(license) || (license === 'LGPL-3.0' && asOwnFile.includes(path));
  const refused = deployed.filter(([path, { license }]) => !mayPass(path, license));
  expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('every package of the pane has its reason', () => {
  const [, table = ''] = readFileSync('docs/security.md', 'utf8').split('## What reaches the pane');
  const named = [...table.matchAll(/`((?:@[\w.-]+\/)?[\w.-]+)`(?=[^\n]*\|[^\n]*\|)/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(dependencies).sort());
});
