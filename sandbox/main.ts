// The sandbox: a window like Outlook on the web, the built add-in in its pane, and the photo service behind it.
import { localhostCertificate } from './certificate';
import { openBuilds } from './host/builds';
import { paneFolder, paneServer } from './host/pane';
import { windowServer } from './host/window';
import { listen, PortInUseError } from './https';
import { createPhotoService } from './service';

const setting = (name: string, otherwise: string): string => process.env[name] ?? otherwise;

async function run(): Promise<void> {
  const builds = await openBuilds(process.env['SANDBOX_DIST'], process.argv.includes('--production'));
  const certificate = await localhostCertificate();
  const at = (name: string, port: number) => listen(Number(setting(name, String(port))), name, certificate);
  const window = await at('SANDBOX_PORT', 3000);
  const pane = await at('SANDBOX_PANE_PORT', 3001);
  const service = await at('SANDBOX_SERVICE_PORT', 3002);
  const photos = await createPhotoService({
    dataFolder: setting('SANDBOX_DATA', '.sandbox/photos'),
    origin: service.origin,
  });
  service.answerWith((request, env) => photos.fetch(request, env));
  const panes = paneServer({ dist: builds.folder, windowOrigin: window.origin, serviceOrigin: service.origin });
  pane.answerWith((request) => panes.fetch(request));
  const places = {
    window: `${window.origin}/`,
    pane: `${pane.origin}${paneFolder(builds.folder)}taskpane.html`,
    graph: `${service.origin}/v1.0`,
    outlook: `${service.origin}/api/v2.0`,
    token: `${service.origin}/sandbox/token`,
    user: 'adele@contoso.com',
    control: `${service.origin}/sandbox`,
  };
  const windows = await windowServer(places, builds.rebuilt);
  window.answerWith((request) => windows.fetch(request));
  console.log(`
Window: ${places.window}
Pane:   ${places.pane}
Photos: ${places.graph} (Graph), ${places.outlook} (Outlook REST)
Tokens: ${places.token}?user=${places.user}&scope=User.Read

Open the window in a browser. It asks once about the certificate, which was made on this machine: choose to go on.
${builds.rebuilt ? 'A file saved under src/ is built and shown in the pane at once.\n' : ''}Ctrl+C ends the sandbox; saved photos stay.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const one of [window, pane, service]) one.close();
      process.exit(0);
    });
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof PortInUseError ? error.message : error);
  process.exit(1);
});
