import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { localhostCertificate } from '../../sandbox/certificate';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** A host page, a web server and a photo service that share no line with the sandbox: the least the protocols allow. */
export interface Elsewhere {
  /** Address of the host page. */
  readonly window: string;
  close(): void;
}

/** `picture`: the JPEG that this service has for everybody. */
export async function startElsewhere(picture: Buffer): Promise<Elsewhere> {
  const service = await serve(answerBatch(picture));
  const web = await serve(serveAddIn(service.origin));
  const host = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(hostPage(web.origin));
  });
  return {
    window: host.origin,
    close() {
      for (const { server } of [service, web, host]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function serve(handler: Handler): Promise<{ server: Server; origin: string }> {
  const { key, cert } = await localhostCertificate();
  const server = createServer({ key, cert }, (request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { server, origin: `https://localhost:${(server.address() as AddressInfo).port}` };
}

function answerBatch(picture: Buffer): Handler {
  return async (request, response) => {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization' };
    if (request.method === 'OPTIONS') {
      response.writeHead(204, cors).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { requests } = JSON.parse(Buffer.concat(chunks).toString()) as { requests: { id: string; url: string }[] };
    const metadata = {
      '@odata.mediaContentType': 'image/pjpeg',
      '@odata.mediaEtag': '"1"',
      id: '64X64',
      width: 64,
      height: 64,
    };
    const responses = requests.map(({ id, url }) =>
      url.endsWith('$value')
        ? { id, status: 200, headers: { 'Content-Type': 'image/pjpeg' }, body: picture.toString('base64') }
        : { id, status: 200, headers: { 'Content-Type': 'application/json' }, body: metadata },
    );
    response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(JSON.stringify({ responses }));
  };
}

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

function serveAddIn(service: string): Handler {
  const config = {
    clientId: '0c0de0c0-0000-4000-8000-00000000000e',
    authority: 'https://login.example/common',
    service: 'graph',
    serviceUrl: `${service}/any/root`,
  };
  const bridge = `
    const listeners = [];
    const part = (value) => btoa(JSON.stringify(value)).replace(/=+$/, '');
    const claims = { oid: 'o', tid: 't', sub: 'o', preferred_username: 'someone@else.example', exp: 9999999999 };
    const account = { homeAccountId: 'o.t', environment: 'login.example', tenantId: 't', username: 'someone@else.example', localAccountId: 'o', name: '' };
    const token = { access_token: 'opaque', id_token: part({ alg: 'none' }) + '.' + part(claims) + '.', expires_in: 3600, scope: 'User.ReadBasic.All', properties: null };
    window.nestedAppAuthBridge = {
      addEventListener: (_type, listener) => listeners.push(listener),
      removeEventListener() {},
      postMessage(text) {
        const { method, requestId } = JSON.parse(text);
        const answer = method === 'GetInitContext' ? { initContext: {} } : { token, account };
        const message = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, success: true, ...answer });
        setTimeout(() => listeners.forEach((listener) => listener(message)));
      },
    };`;
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'https://localhost');
    if (pathname === '/bridge.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(bridge);
      return;
    }
    const file = pathname.startsWith('/office/')
      ? join('node_modules/@microsoft/office-js/dist', pathname.slice(8))
      : join(pathname === '/ajax.js' ? 'sandbox/host/injected/MicrosoftAjax.js' : `dist${pathname}`);
    const content = await readFile(file).catch(() => null);
    if (!content) {
      response.writeHead(404).end();
      return;
    }
    const body = file.endsWith('.html')
      ? content
          .toString()
          .replace('<head>', '<head><script src="ajax.js"></script><script src="bridge.js"></script>')
          .replace(/https:\/\/appsforoffice[^"]+/, 'office/office.js')
          .replace(/(id="config">)[^<]*/, (_all, start: string) => start + JSON.stringify(config))
      : content;
    response.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream' }).end(body);
  };
}

/** Tells its add-in who it is in the address, not in the name of the frame; office.js knows both ways. */
function hostPage(web: string): string {
  const someone = { name: 'Someone Else', address: 'someone@else.example', recipientType: 2 };
  const item = {
    permissionLevel: 1,
    userDisplayName: 'Reader',
    userEmailAddress: 'someone@else.example',
    userTimeZone: 'UTC',
    timeZoneOffsets: [],
    itemType: 1,
    itemClass: 'IPM.Note',
    id: 'one',
    subject: 'Hello',
    from: { ...someone, address: 'other@else.example' },
    sender: { ...someone, address: 'other@else.example' },
    to: [someone],
  };
  const context = {
    _id: 'control',
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: 'en-GB',
    _dataLocale: 'en-GB',
    _docUrl: 'https://localhost',
    _settings: {},
    _reason: 'documentOpened',
    _osfControlType: 1,
    _clientMode: 0,
    _eToken: '',
    _appMinorVersion: 1,
    _featureGates: {},
    _initialDisplayMode: 0,
    _requirementMatrix: JSON.stringify({ Mailbox: '1.8', react: '1.0' }),
    _appDomains: [],
  };
  const answers = { ContextActivationManager_getAppContextAsync: context, GetInitialData: item };
  return `<!doctype html><title>Elsewhere</title><iframe title="User Photo" width="320" height="600"></iframe><script>
    const answers = ${JSON.stringify(answers)};
    const frame = document.querySelector('iframe');
    addEventListener('message', ({ data, origin, source }) => {
      if (source !== frame.contentWindow || typeof data !== 'string') return;
      const call = JSON.parse(data);
      if (call._messageType !== 0) return;
      const { _actionName, _correlationId, _conversationId } = call;
      const reply = { _messageType: 1, _responseType: 0, _errorCode: 0, _serializerVersion: 1, _origin: location.origin };
      const _data = answers[_actionName] ?? { Error: 0 };
      source.postMessage(JSON.stringify({ ...reply, _actionName, _correlationId, _conversationId, _data }), origin);
    });
    const host = encodeURIComponent(['Outlook', 'Web', '16.01', 'en-GB', 'x', '', 'disableLogging', '0'].join('$'));
    frame.src = '${web}/taskpane.html?_host_Info=' + host + '#&_xdm_Info=any|control|' + location.origin;
  </script>`;
}
