// Requests from a deployed add-in's own address what Outlook and browsers need, and says what to change
// (`npm run doctor -- https://photos.contoso.com`). With --insecure it does not look at the certificate.
import { parseArgs } from 'node:util';
import { addinAddress } from './doctor/addinAddress';
import { diagnose } from './doctor/diagnose';
import { reportLines } from './doctor/report';
import { requestSite } from './doctor/requestSite';

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { insecure: { type: 'boolean' } } });
  const site = await requestSite(addinAddress(positionals[0]));
  const findings = await diagnose(site, { isInsecure: values.insecure ?? false, now: new Date() });
  for (const line of reportLines(findings, site)) console.log(line);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
