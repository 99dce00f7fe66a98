import { config, fileOf } from './host.fixture';
import {
  compression,
  header,
  policy,
  redirectAll,
  shortName,
  status,
  text,
  without,
  type Change,
} from './hostChanges.fixture';

/** What the host does, the change of the right host that makes it so, and the start of the line in the report. */
export type WrongHost = readonly [what: string, change: Change, sentence: string];

const month = 'public, max-age=2592000';

/** Hosts with one error each, and the start of the line that names it. */
export const wrongHosts: readonly WrongHost[] = [
  // The address.
  [
    'redirects to http',
    redirectAll('http://photos.contoso.com/'),
    'error: taskpane.html, signin.html, manifest.xml: The host redirects to http (photos.contoso.com).',
  ],
  [
    'has moved to another host',
    redirectAll('https://new.contoso.com/photos/'),
    'error: taskpane.html, signin.html, manifest.xml: The host redirects to another host, new.contoso.com.',
  ],
  [
    'is behind a sign-in',
    redirectAll('https://login.contoso.com/oauth2/authorize'),
    'error: taskpane.html, signin.html, manifest.xml: The host asks for a sign-in (at login.contoso.com)',
  ],
  // The pages.
  [
    'has no sign-in page',
    without('signin.html'),
    'error: signin.html: The host does not have it (404). Upload the whole folder dist/',
  ],
  [
    'serves the start page of another application for missing pages',
    without('signin.html', { startPage: true }),
    'error: signin.html: The host serves another page in its place',
  ],
  [
    'refuses the pages',
    status(403, ['taskpane.html', 'signin.html']),
    'error: taskpane.html, signin.html: The host refuses it (403).',
  ],
  [
    'offers the pages as downloads',
    header('content-type', 'application/octet-stream'),
    'error: taskpane.html, signin.html: Its Content-Type is "application/octet-stream"',
  ],
  [
    'serves the sandbox',
    text('<head>', '<head><script src="/host/bridge.js"></script>'),
    'error: taskpane.html, signin.html: It is the page of the sandbox',
  ],
  [
    'serves the pane as the sign-in page',
    (host) => host.files.set('signin.html', fileOf(host, 'taskpane.html')),
    'error: signin.html: It does not load the scripts "signin" and "page-start" of the build.',
  ],
  // The config block.
  [
    'has a placeholder as clientId',
    text(config.clientId, '6b1f0a52-8f0e-4c69-9b0c-4e6f3f7d1a20'),
    'error: taskpane.html, signin.html: clientId in the config block is a placeholder',
  ],
  [
    'has no clientId',
    text(config.clientId, ''),
    'error: taskpane.html, signin.html: clientId in the config block is empty, so sign-in fails.',
  ],
  [
    'has a clientId that is no id',
    text(config.clientId, 'user-photo'),
    'error: taskpane.html, signin.html: clientId in the config block is "user-photo". Write the Application (client) ID',
  ],
  [
    'has a broken config block',
    text('"service":', '"service"'),
    'error: taskpane.html, signin.html: The config block is not JSON.',
  ],
  [
    'has two different config blocks',
    text('contoso.com', 'fabrikam.com', ['signin.html']),
    'error: taskpane.html, signin.html: The config blocks differ in authority.',
  ],
  [
    'has an unknown service',
    text('"service":"graph"', '"service":"ews"'),
    'error: taskpane.html, signin.html: service in the config block is "ews". Write "graph" or "outlook".',
  ],
  [
    'has the service of the other dialect',
    text('"service":"graph"', '"service":"outlook"'),
    'error: taskpane.html, signin.html: service in the config block is "outlook", and serviceUrl is that of "graph".',
  ],
  // The redirect.
  [
    "has a short address for the administrators' page",
    shortName('people.html'),
    'error: people.html: The host redirects it to /photos/people: sign-in returns to another address',
  ],
  [
    'strips .html from the address of the sign-in page',
    shortName('signin.html'),
    'error: signin.html: The host redirects it to /photos/signin: sign-in returns to another address',
  ],
  [
    'strips .html from the address of the pane',
    shortName('taskpane.html'),
    'error: taskpane.html: The host redirects it to /photos/taskpane: Outlook can lose what it hands over',
  ],
  // The policy.
  [
    'sends no policy',
    header('content-security-policy', null),
    'error: taskpane.html, signin.html: It has no header Content-Security-Policy,',
  ],
  [
    'blocks MicrosoftAjax.js',
    policy(' https://ajax.aspnetcdn.com', ''),
    'error: taskpane.html, signin.html: The policy lacks https://ajax.aspnetcdn.com in script-src: ',
  ],
  [
    'blocks the photo service',
    policy(/(connect-src .*?) https:\/\/graph\.microsoft\.com/, '$1'),
    'error: taskpane.html, signin.html: The policy lacks https://graph.microsoft.com in connect-src: no photo can be read',
  ],
  [
    'has a policy for another authority',
    policy(/(connect-src .*?)login\.microsoftonline\.com/, '$1login.contoso.com'),
    'error: taskpane.html, signin.html: The policy lacks https://login.microsoftonline.com in connect-src: sign-in fails.',
  ],
  [
    'allows Outlook no frame',
    policy(/frame-ancestors [^;]*/, "frame-ancestors 'self'"),
    'error: taskpane.html, signin.html: The policy lacks https://outlook.office.com, https://outlook.office365.com, https://outlook.live.com, https://*.outlook.office.com, https://*.cloud.microsoft in frame-ancestors: the pane stays blank',
  ],
  [
    'allows everybody a frame',
    policy(/frame-ancestors [^;]*; /, ''),
    'error: taskpane.html, signin.html: The policy has no frame-ancestors: any site can show the pane',
  ],
  [
    'blocks the styles of controls',
    policy(/ 'sha256-[^']*'/, ''),
    "error: taskpane.html, signin.html: The policy lacks 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' in style-src: the styling",
  ],
  [
    'blocks faces',
    policy(' blob:', ''),
    'error: taskpane.html, signin.html: The policy lacks blob: in img-src: no photo is shown.',
  ],
  [
    'blocks the rule of the page',
    policy('trusted-types default', 'trusted-types none'),
    'error: taskpane.html, signin.html: The policy lacks default in trusted-types: ',
  ],
  [
    'blocks the worker',
    policy(/$/, "; worker-src 'none'"),
    "error: taskpane.html, signin.html: The policy lacks 'self' in worker-src: a new photo cannot be prepared.",
  ],
  [
    'allows inline scripts',
    policy("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'"),
    "error: taskpane.html, signin.html: The policy allows 'unsafe-inline', 'unsafe-eval' in script-src: ",
  ],
  [
    "has 'strict-dynamic'",
    policy("script-src 'self'", "script-src 'self' 'strict-dynamic' 'nonce-1'"),
    "error: taskpane.html, signin.html: The policy has 'strict-dynamic' in script-src",
  ],
  // The other headers.
  [
    'separates the sign-in dialog from Outlook',
    header('cross-origin-opener-policy', 'same-origin'),
    'error: signin.html: The header Cross-Origin-Opener-Policy: same-origin separates the sign-in dialog',
  ],
  [
    'isolates the pages',
    header('cross-origin-embedder-policy', 'require-corp'),
    'error: taskpane.html, signin.html: The header Cross-Origin-Embedder-Policy: require-corp blocks',
  ],
  [
    'keeps an icon from Outlook on the web',
    header('cross-origin-resource-policy', 'same-origin', ['assets/icon-80.png']),
    'error: assets/icon-80.png: The header Cross-Origin-Resource-Policy keeps Outlook on the web from showing the icon.',
  ],
  // The files.
  [
    'lacks a script',
    without('taskpane.0123abcd.js'),
    'error: taskpane.0123abcd.js: The host answers 404: the add-in does not start',
  ],
  [
    'lacks the worker, and serves a page in its place',
    without('editor-worker.1a2b3c4d.js', { startPage: true }),
    'error: editor-worker.1a2b3c4d.js: The host serves a page in its place',
  ],
  ['lacks an icon', without('assets/icon-16.png'), 'error: assets/icon-16.png: The host answers 404: Outlook shows no'],
  [
    'serves scripts as text',
    header('content-type', 'text/plain', ['msal.0a1b2c3d.js']),
    'error: msal.0a1b2c3d.js: Its Content-Type is "text/plain", and browsers refuse it',
  ],
  [
    'names a compression that a script does not have',
    compression('signin.0123abcd.js', { inHeader: true }),
    'error: signin.0123abcd.js: Its Content-Encoding names a compression that its bytes do not have',
  ],
  // The manifest.
  [
    'has the manifest of another address',
    text(/https:\/\/localhost:\d+\/photos/g, 'https://old.contoso.com', ['manifest.xml']),
    'error: manifest.xml: It is for https://old.contoso.com, so Outlook opens the add-in there. Rebuild with ADDIN_ORIGIN=https://localhost',
  ],
  [
    'has a manifest that is not well-formed',
    text('</OfficeApp>', '', ['manifest.xml']),
    'error: manifest.xml: What the host serves is not the manifest of an add-in, or not well-formed XML.',
  ],
  [
    'has a manifest of another authority',
    text('login.microsoftonline.com', 'login.contoso.com', ['manifest.xml']),
    'error: manifest.xml: Its AppDomains lack https://login.microsoftonline.com, the authority of the config block',
  ],
  ['has an edited manifest', text('>ReadItem<', '>ReadWriteMailbox<', ['manifest.xml']), 'error: manifest.xml: line '],
  // Caching.
  [
    'lets browsers keep pages for a month',
    header('cache-control', month),
    `error: taskpane.html, signin.html: "Cache-Control: ${month}" lets it be kept for 30 days, and an update does not arrive`,
  ],
  [
    'says nothing about caching',
    header('cache-control', null),
    'error: taskpane.html, signin.html: It has no header Cache-Control',
  ],
];
