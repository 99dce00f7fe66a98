import { listen, type Listening } from '../../sandbox/https';
import { makeCertificate } from './certificate.fixture';
import { diagnose } from './diagnose';
import { reportLines } from './report';
import { requestSite } from './requestSite';

async function reportAbout({ origin }: Listening): Promise<string> {
  const site = await requestSite(origin.replace('http:', 'https:'));
  return reportLines(await diagnose(site, { isInsecure: false, now: new Date() }), site).join('\n');
}

test('a certificate that has expired is named', async () => {
  const server = await listen(0, 'PORT', await makeCertificate(-1, 'localhost'));
  expect(await reportAbout(server)).toMatch(/^error: the certificate: It expired on 20.*Renew it\.$/m);
  server.close();
});

test('a certificate of another host and of an authority that is not trusted is named', async () => {
  const server = await listen(0, 'PORT', await makeCertificate(1, 'photos.example'));
  const report = await reportAbout(server);
  expect(report).toMatch(/^error: the certificate: It is for photos\.example, not for localhost\./m);
  expect(report).toMatch(/^error: the certificate: It does not lead to a certificate authority/m);
  expect(report).toMatch(/^advice: the certificate: It expires on 20/m);
  server.close();
});

test('a server without TLS is named', async () => {
  const server = await listen(0, 'PORT', null);
  expect(await reportAbout(server)).toMatch(
    /^error: .*: What answers at port \d+ of localhost does not answer with https/,
  );
  server.close();
});

test('an address where nothing answers is named, and nothing else', async () => {
  const server = await listen(0, 'PORT', null);
  server.close();
  expect(await reportAbout(server)).toMatch(/^error: .*: Nothing answers at port \d+ of localhost\..*\n1 error at .*$/);
});
