import { officeOrigins } from './officeOrigins';

// Office.js and the bundler load their parts as scripts by URL. This policy allows script URLs of this page and of Office.js,
// and no HTML and no script text. It has to be created before Office.js runs.

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
