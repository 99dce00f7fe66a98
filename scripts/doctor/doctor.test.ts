import { gzipSync } from 'node:zlib';
import { listen, type Listening } from '../../sandbox/https';
import { diagnose } from './diagnose';
import { answerOf, fileOf, rightHost } from './host.fixture';
import { header, onePageForAll, policy, type Change } from './hostChanges.fixture';
import { reportLines } from './report';
import { requestSite } from './requestSite';
import { makeCertificate } from './certificate.fixture';
import { weakHosts } from './weakHosts.fixture';
import { wrongHosts } from './wrongHosts.fixture';

let server: Listening;

beforeAll(async () => {
  server = await listen(0, 'PORT', await makeCertificate(1, 'localhost'));
});
afterAll(() => server.close());

/** The report about the right host with one change. */
async function report(change: Change = () => undefined): Promise<readonly string[]> {
  const site = await requestSite(serve(change));
  return reportLines(await diagnose(site, { isInsecure: true, now: new Date() }), site);
}

/** Serves the right host with one change, and returns its address. */
function serve(change: Change): string {
  const address = `${server.origin}/photos`;
  const host = rightHost(address);
  change(host);
  server.answerWith(({ url }) => answerOf(host, url.slice(address.length + 1)));
  return address;
}

const only = (severity: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith(`${severity}: `));

test('nothing is wrong with a host that is set up as the build says', async () => {
  const { host } = new URL(server.origin);
  expect(await report()).toEqual([
    expect.stringContaining(
      `brk-multihub://${host} and https://${host}/photos/signin.html, and for the administrators' page https://${host}/photos/people.html`,
    ),
    expect.stringMatching(/^No error at .* Looked at the address .* 20 files/),
  ]);
});

test.each(wrongHosts)('a host that %s is named, and nothing else', async (_what, change, sentence) => {
  expect(only('error', await report(change))).toEqual([expect.stringContaining(sentence)]);
});

test.each(weakHosts)('a host that %s gets advice', async (_what, change, sentence) => {
  const lines = await report(change);
  expect(only('error', lines)).toEqual([]);
  expect(only('advice', lines)).toEqual([expect.stringContaining(sentence)]);
});

test('a host that serves one page for every address has no page of the add-in, and no manifest', async () => {
  expect(only('error', await report(onePageForAll))).toEqual([
    expect.stringContaining('taskpane.html, signin.html: The host serves another page in its place'),
    expect.stringContaining('manifest.xml: What the host serves is not the manifest of an add-in'),
  ]);
});

test('a second policy, of a proxy, takes away what the first allows', async () => {
  const lines = await report(policy(/$/, ", default-src 'self'"));
  expect(lines[0]).toMatch(/^error: taskpane.html, signin.html: The host sends 2 policies,/);
  expect(lines[1]).toMatch(/^error: .* lacks https:\/\/appsforoffice.* in script-src \(here default-src decides\)/);
});

test('X-Frame-Options is an error where the policy does not take its place', async () => {
  const lines = await report((host) => {
    policy(/frame-ancestors [^;]*; /, '')(host);
    header('x-frame-options', 'DENY')(host);
  });
  expect(lines.join('\n')).toMatch(/^error: .*The header X-Frame-Options: DENY leaves the pane blank/m);
});

test('names of files that the scripts do not list are reported as not checked', async () => {
  const lines = await report((host) => {
    for (const path of ['taskpane.0123abcd.js', 'signin.0123abcd.js'])
      fileOf(host, path).body = gzipSync('"use strict";');
  });
  expect(only('note', lines)[1]).toMatch(/^note: scripts: The files that the pane loads later could not be read/);
});
