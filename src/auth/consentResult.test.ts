import { parseConsentResult, type ConsentResult } from './consentResult';

const tenant = 'fa00d692-e9c7-4460-a743-29f2956fd429';
const graph = 'https%3A%2F%2Fgraph.microsoft.com%2F';

const approved = (permissions: readonly string[], of: string | null = tenant): ConsentResult => ({
  kind: 'approved',
  tenant: of,
  permissions,
});
const refused = (code: string | null): ConsentResult => ({ kind: 'refused', code });

test.each<[string, ConsentResult | null]>([
  [
    `?admin_consent=True&tenant=${tenant}&state=12345&scope=${graph}User.Read+${graph}User.ReadBasic.All`,
    approved(['User.Read', 'User.ReadBasic.All']),
  ],
  [`?admin_consent=true&tenant=${tenant.toUpperCase()}&scope=User.Read+User.Read`, approved(['User.Read'])],
  [`?admin_consent=True&tenant=${tenant}&scope=openid+profile+offline_access+email+User.Read`, approved(['User.Read'])],
  [`?admin_consent=True&tenant=${tenant}`, approved([])],
  ['?admin_consent=True&tenant=contoso.com', approved([], null)],
  ['?admin_consent=True&tenant=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&scope=%3Cb%3E.x', approved([], null)],
  [`?admin_consent=True&tenant=${tenant}%0ACall%20us`, approved([], null)],
  [
    `?admin_consent=True&tenant=${tenant}&scope=${graph}Call.us.at.555+javascript:User.Read+${graph}.default`,
    approved([]),
  ],
  [`?admin_consent=True&tenant=${tenant}&scope=https%3A%2F%2Fevil.example%2FUser.Read%2FMail.Read`, approved([])],
  [`?admin_consent=True&tenant=${tenant}&scope=${'User.Read+'.repeat(10_000)}`, approved(['User.Read'])],
  [
    `?error=consent_required&error_description=AADSTS65004%3a+Denied&admin_consent=True&tenant=${tenant}&state=1`,
    refused('consent_required'),
  ],
  ['?error=access_denied&error_subcode=cancel', refused('access_denied')],
  ['?error=Please+call+555&error_description=%3Cscript%3E', refused(null)],
  [`?error=${'a'.repeat(41)}`, refused(null)],
  ['?error=', refused(null)],
  ['?admin_consent=False', null],
  ['?admin_consent', null],
  [`?tenant=${tenant}&scope=User.Read`, null],
  ['?_host_Info=Outlook', null],
  ['', null],
])('%s', (search, result) => {
  expect(parseConsentResult(search)).toEqual(result);
});

test('no more permissions are listed than a consent page has', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const scope = letters.flatMap((one) => letters.map((other) => `User.${one}${other}`)).join('+');
  expect(parseConsentResult(`?admin_consent=True&scope=${scope}`)).toMatchObject({
    permissions: { length: 50 },
  });
});
