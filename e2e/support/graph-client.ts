// Asks the sandbox with Microsoft's own Graph client, unmodified. Its token travels over https only, so it runs in a
// process of its own that trusts the sandbox's certificate. Argument: the window's address. Prints one JSON object.
import { Client } from '@microsoft/microsoft-graph-client';

interface Places {
  readonly graph: string;
  readonly token: string;
  readonly user: string;
}

const [, , window = ''] = process.argv;
const { graph, token, user } = (await (await fetch(`${window}sandbox.json`)).json()) as Places;
const query = new URLSearchParams({ user, scope: 'User.Read User.ReadBasic.All' });
const { access_token } = (await (await fetch(`${token}?${query}`)).json()) as { access_token: string };

const { origin, pathname } = new URL(graph);
const client = Client.init({
  authProvider: (done) => done(null, access_token),
  baseUrl: `${origin}/`,
  defaultVersion: pathname.slice(1),
  customHosts: new Set(['localhost']),
});

const bytes = async (path: string): Promise<number[]> => {
  const blob = (await client.api(path).get()) as Blob;
  return [...new Uint8Array(await blob.arrayBuffer()).slice(0, 3)];
};

const missing = async (path: string): Promise<unknown> => {
  try {
    return await client.api(path).get();
  } catch (error) {
    const { statusCode, code } = error as { statusCode: number; code: string };
    return { statusCode, code };
  }
};

const batch = { requests: [{ id: '1', method: 'GET', url: '/me/photo' }] };
process.stdout.write(
  JSON.stringify({
    mine: (await client.api('/me/photo').get()) as object,
    me: (await client.api('/me').get()) as object,
    metadata: (await client.api('/users/diego@contoso.com/photo').get()) as object,
    sizes: (await client.api('/me/photos').get()) as object,
    photo: await bytes('/me/photo/$value'),
    sized: await bytes('/users/diego@contoso.com/photos/48x48/$value'),
    batch: (await client.api('/$batch').post(batch)) as object,
    missing: await missing('/users/isaiah@contoso.com/photo'),
  }),
);
