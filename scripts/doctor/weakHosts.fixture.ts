import { compression, header, policy, text, without } from './hostChanges.fixture';
import type { WrongHost } from './wrongHosts.fixture';

const scripts = [
  'page-start.0123abcd.js',
  'taskpane.0123abcd.js',
  'signin.0123abcd.js',
  'people.0123abcd.js',
  'msal.0a1b2c3d.js',
  'editor-worker.1a2b3c4d.js',
  'heic-worker.2a3b4c5d.js',
];

/** Hosts on which the add-in works, with what to do better. */
export const weakHosts: readonly WrongHost[] = [
  [
    'uses /common',
    text('contoso.com"', 'common"'),
    'advice: taskpane.html, signin.html: authority in the config block ends with /common, which works only with an app registration for accounts of several organizations.',
  ],
  [
    'has an unknown key in the config block',
    text('"service":', '"Upload":"PUT","service":'),
    'advice: taskpane.html, signin.html: The config block has "Upload", which the page does not read.',
  ],
  [
    'adds a script to the pages',
    text('</body>', '<script src="https://statistics.example/count.js"></script></body>'),
    'advice: taskpane.html, signin.html: It has scripts that the build did not write (https://statistics.example/count.js)',
  ],
  [
    'sends X-Frame-Options',
    header('x-frame-options', 'SAMEORIGIN'),
    'advice: taskpane.html, signin.html: It has the header X-Frame-Options: SAMEORIGIN.',
  ],
  [
    'sends no HSTS',
    header('strict-transport-security', null),
    'advice: taskpane.html, signin.html: Without the header Strict-Transport-Security, browsers may try http first.',
  ],
  [
    'allows inline styles',
    policy("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    "advice: taskpane.html, signin.html: The policy allows 'unsafe-inline' in style-src",
  ],
  [
    "has no administrators' page",
    without('people.html'),
    "advice: people.html: The host does not have the administrators' page (404)",
  ],
  [
    "lets other pages frame the administrators' page",
    header('content-security-policy', "script-src 'self'", ['people.html']),
    'advice: people.html: Its policy lets other pages frame it.',
  ],
  [
    'sends the policy of the pages with every file',
    header('content-security-policy', "script-src 'self'", ['heic-worker.2a3b4c5d.js']),
    "advice: heic-worker.2a3b4c5d.js: The policy of this file lacks 'wasm-unsafe-eval' in script-src",
  ],
  [
    'sends scripts again each time',
    header('cache-control', 'no-cache', [...scripts, 'pane.0123abcd.css']),
    'advice: page-start.0123abcd.js, taskpane.0123abcd.js, pane.0123abcd.css and 5 more files: Browsers request it again although its name changes',
  ],
  [
    'sends scripts uncompressed',
    compression('taskpane.0123abcd.js', { inHeader: false }),
    'advice: taskpane.0123abcd.js: It is sent uncompressed',
  ],
  [
    'has no manifest',
    without('manifest.xml'),
    'advice: manifest.xml: The host answers 404, so it was not checked. Upload that of dist/',
  ],
  [
    'serves the manifest as text',
    header('content-type', 'text/plain', ['manifest.xml']),
    'advice: manifest.xml: Its Content-Type is "text/plain"',
  ],
  ['sends no ETag', header('etag', null), 'advice: taskpane.html, signin.html: It has neither ETag nor Last-Modified'],
  [
    'keeps no icons',
    header('cache-control', 'no-store', ['assets/icon-64.png']),
    'advice: assets/icon-64.png: "Cache-Control: no-store" can keep Outlook on Windows from showing the icon.',
  ],
  [
    'sends the worker no policy',
    header('content-security-policy', null, ['editor-worker.1a2b3c4d.js']),
    'advice: editor-worker.1a2b3c4d.js: A worker takes its policy from its own file, and this one has none.',
  ],
];
