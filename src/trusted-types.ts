// Office.js and the bundler load their parts as scripts by URL. This policy allows script URLs of this page and of Office.js,
// and no HTML and no script text. It has to be created before Office.js runs.

/** Origins that Office.js is loaded from, besides this page's own. */
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
  createScriptURL: (url) => {
    const { origin } = new URL(url, document.baseURI);
    return origin === location.origin || officeOrigins.includes(origin) ? url : null;
  },
  createHTML: () => null,
  createScript: () => null,
});

export {};
