import { Hono } from 'hono';
import { mayConsent, missingScopes, permissionsIn, createTokens } from './grant';
import { findAccount, findInDirectory, objectId, people, tenantOf } from './people';
import { initialState, patchState } from './state';
import { audiences } from './tokens';
import type { ServiceContext } from './serviceContext';

/**
 * The sandbox's control interface, below `/sandbox`. All answers are JSON unless noted.
 *
 * - `GET /token?user=&scope=&audience=` -> `{ access_token }`; audience defaults to Microsoft Graph. 400 `{ error }`.
 * - `POST /nested-token` `{ user, clientId, scope, claims? }` -> tokens for the window's sign-in bridge, or 403.
 * - `GET /state` -> the switches (`State`); `PATCH /state` with some of its keys -> the new state, or 400 `{ error }`.
 * - `GET /original?user=` -> the uploaded JPEG; `PUT /original?user=` replaces it, as another program would.
 * - `POST /reset` undoes photo changes, switches and the log -> the state.
 * - `GET /log` -> all requests (`LogEntry`), parts of a batch with the method `PART`.
 * - `GET /people` -> all people with `objectId` and `tenantId`.
 *
 * `origin`: of the identity provider.
 */
export function createControl(service: ServiceContext, origin: string): Hono {
  const app = new Hono();
  addTokenRoutes(app, service, origin);
  addStateRoutes(app, service);
  addPhotoRoutes(app, service);
  return app;
}

function addTokenRoutes(app: Hono, service: ServiceContext, origin: string): void {
  app.get('/token', async (context) => {
    const { user = '', scope = '', audience = audiences.graph } = context.req.query();
    const who = findAccount(user);
    const known = Object.values(audiences).find((one) => one === audience);
    if (!who) return context.json({ error: 'user has to be the address of an account.' }, 400);
    if (!scope) return context.json({ error: 'scope has to name at least one permission.' }, 400);
    if (!known) return context.json({ error: `audience has to be one of ${Object.values(audiences).join(', ')}` }, 400);
    return context.json({ access_token: await service.tokens.accessToken(who, scope.split(/\s+/), known) });
  });

  app.post('/nested-token', async (context) => {
    const request = await context.req.json<{ user: string; clientId: string; scope: string; claims?: string }>();
    const who = findAccount(request.user);
    if (!who) return context.json({ status: 'ACCOUNT_UNAVAILABLE' }, 403);
    const asked = missingScopes(service, who, request.scope);
    if (asked.length > 0) {
      return context.json(
        {
          status: 'USER_INTERACTION_REQUIRED',
          code: 'consent_required',
          missing: asked,
          mayConsent: mayConsent(who, asked),
        },
        403,
      );
    }
    const tenantId = tenantOf(who).id;
    return context.json({
      ...(await createTokens(service, { ...request, who })),
      scope: permissionsIn(request.scope).join(' '),
      account: {
        homeAccountId: `${objectId(who)}.${tenantId}`,
        // MSAL caches tokens under the host of its own authority.
        environment: new URL(origin).host,
        tenantId,
        username: who.upn ?? who.address,
        localAccountId: objectId(who),
        name: who.name,
      },
    });
  });
}

function addStateRoutes(app: Hono, service: ServiceContext): void {
  app.get('/state', (context) => context.json(service.state));
  app.patch('/state', async (context) => {
    const wrong = patchState(service.state, await context.req.json());
    return wrong === null ? context.json(service.state) : context.json({ error: wrong }, 400);
  });
  app.post('/reset', async (context) => {
    await service.store.reset();
    service.state = initialState();
    service.log.length = 0;
    service.pausedUntil = 0;
    return context.json(service.state);
  });
  app.get('/log', (context) => context.json(service.log));
  app.get('/people', (context) =>
    context.json(people.map((one) => ({ ...one, objectId: objectId(one), tenantId: tenantOf(one).id }))),
  );
}

function addPhotoRoutes(app: Hono, service: ServiceContext): void {
  app.get('/original', async (context) => {
    const who = findAccount(context.req.query('user') ?? '') ?? findInDirectory(context.req.query('user') ?? '');
    const original = who && (await service.store.originalOf(who));
    if (!original) return context.json({ error: 'There is no upload of this user.' }, 404);
    return context.body(new Uint8Array(original), 200, { 'content-type': 'image/jpeg' });
  });
  /** Simulates a change of a photo by another program. */
  app.put('/original', async (context) => {
    const who = findInDirectory(context.req.query('user') ?? '');
    if (!who) return context.json({ error: 'user has to be an address in the directory.' }, 400);
    await service.store.put(who, Buffer.from(await context.req.arrayBuffer()), Date.now());
    return context.json({});
  });
}
