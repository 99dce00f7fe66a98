import { Hono } from 'hono';
import { addConsent, mayConsent, missingScopes, permissionsIn, createTokens } from './grant';
import { contactId, contactPhotoOwner, contacts } from './contacts';
import { findAccount, findMailbox, isGroup, loginOf, objectId, photoOwner, tenantOf } from './directory';
import { parseJson } from './json';
import { people } from './people';
import { initialState, patchState } from './state';
import { audiences } from './tokens';
import type { ServiceContext } from './serviceContext';
import type { PhotoOwner } from './store';

/**
 * The sandbox's control interface, below `/sandbox`. All answers are JSON unless noted.
 *
 * - `GET /token?user=&scope=&audience=` -> `{ access_token }`; `user` is the login name or mail address of an account,
 *   `audience` defaults to Microsoft Graph. 400 `{ error }`.
 * - `POST /nested-token` `{ user, clientId, scope, claims? }` -> tokens for the window's sign-in bridge, or 403.
 * - `POST /consent` `{ user, scopes }` adds permissions to those that the account has consented to -> `{}`, or 400.
 * - `GET /state` -> the switches (`State` in state.ts); `PATCH /state` with some of its keys -> the new state, or 400
 *   `{ error }`.
 * - `GET /original?user=` -> the uploaded JPEG of a user or group, by any address; with `&contact=` of a contact of the
 *   user. `PUT /original` replaces it and `DELETE /original` removes it, as another program would.
 * - `POST /reset` undoes photo changes, switches and the log -> the state.
 * - `GET /log` -> all requests (`LogEntry`), parts of a batch with the method `PART`.
 * - `GET /people` -> all people, mailboxes and groups (`Person` with `login`, `objectId`, `tenantId`).
 * - `GET /contacts` -> all personal contacts (`Contact` with `id`).
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

interface NestedTokenRequest {
  readonly user: string;
  readonly clientId: string;
  readonly scope: string;
  readonly claims?: string;
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

  app.post('/consent', async (context) => {
    const request = parseJson(await context.req.text()) as { user?: string; scopes?: readonly string[] } | undefined;
    const who = findAccount(request?.user ?? '');
    if (!who || !Array.isArray(request?.scopes)) return context.json({ error: 'Send user and scopes.' }, 400);
    addConsent(service, who, request.scopes);
    return context.json({});
  });

  app.post('/nested-token', async (context) => {
    const request = parseJson(await context.req.text()) as NestedTokenRequest | undefined;
    if (!request) return context.json({ error: 'Send JSON.' }, 400);
    const who = findAccount(request.user);
    if (!who) return context.json({ status: 'ACCOUNT_UNAVAILABLE' }, 403);
    const asked = missingScopes(service, who, request.scope);
    if (asked.length > 0) {
      return context.json(
        {
          status: 'USER_INTERACTION_REQUIRED',
          code: 'consent_required',
          missing: asked,
          mayConsent: mayConsent(service, who, asked),
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
        username: loginOf(who),
        localAccountId: objectId(who),
        name: who.name,
      },
    });
  });
}

function addStateRoutes(app: Hono, service: ServiceContext): void {
  app.get('/state', (context) => context.json(service.state));
  app.patch('/state', async (context) => {
    const wrong = patchState(service.state, parseJson(await context.req.text()));
    return wrong === null ? context.json(service.state) : context.json({ error: wrong }, 400);
  });
  app.post('/reset', async (context) => {
    service.resets++;
    await service.store.reset();
    service.state = initialState();
    service.log.length = 0;
    service.pausedUntil = 0;
    service.window = { startedAt: 0, requests: 0 };
    return context.json(service.state);
  });
  app.get('/log', (context) => context.json(service.log));
  app.get('/people', (context) =>
    context.json(
      people.map((one) => ({ ...one, login: loginOf(one), objectId: objectId(one), tenantId: tenantOf(one).id })),
    ),
  );
  app.get('/contacts', (context) => context.json(contacts.map((one) => ({ ...one, id: contactId(one) }))));
}

function addPhotoRoutes(app: Hono, service: ServiceContext): void {
  app.get('/original', async (context) => {
    const owner = findOriginalOwner(context.req.query());
    const original = owner && (await service.store.originalOf(owner));
    if (!original) return context.json({ error: 'There is no upload of this user.' }, 404);
    return context.body(new Uint8Array(original), 200, { 'content-type': 'image/jpeg' });
  });
  app.put('/original', async (context) => {
    const owner = findOriginalOwner(context.req.query());
    if (!owner) return context.json({ error: 'user has to be an address in the directory.' }, 400);
    await service.store.put(owner, Buffer.from(await context.req.arrayBuffer()), Date.now());
    return context.json({});
  });
  app.delete('/original', async (context) => {
    const owner = findOriginalOwner(context.req.query());
    if (!owner) return context.json({ error: 'user has to be an address in the directory.' }, 400);
    await service.store.remove(owner);
    return context.json({});
  });
}

/** By any address of a user or group, or by one of a contact of the user. */
function findOriginalOwner({ user = '', contact = '' }: Record<string, string>): PhotoOwner | undefined {
  const found = findAccount(user) ?? findMailbox(user) ?? people.find((one) => isGroup(one) && one.address === user);
  if (contact === '') return found && photoOwner(found);
  const listed = contacts.find(({ owner, addresses }) => owner === found?.address && addresses.includes(contact));
  return listed && contactPhotoOwner(listed);
}
