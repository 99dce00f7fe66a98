// Office.js adds its parts as scripts by address, and so does the bundler. This is the one policy that lets them through,
// and nothing else: no HTML, no script text. It has to stand before Office.js runs.

/** Where Office.js itself may come from, besides this page's own origin. */
const officeOrigins = [
  'https://appsforoffice.microsoft.com',
  'https://officeapis.public.onecdn.static.microsoft',
  'https://ajax.aspnetcdn.com',
];

interface TrustedTypes {
  createPolicy(name: string, rules: Record<string, (value: string) => string | null>): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const { origin } = new URL(address, document.baseURI);
    return origin === location.origin || officeOrigins.includes(origin) ? address : null;
  },
  createHTML: () => null,
  createScript: () => null,
});

export {};
