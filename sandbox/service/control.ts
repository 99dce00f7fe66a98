import { Hono } from 'hono';
import { mayAgree, missing, permissions, tokensFor } from './grant';
import { findAccount, findInDirectory, objectId, people, tenantOf } from './people';
import { initialState, patchState } from './state';
import { audiences } from './tokens';
import type { World } from './world';

/** Tokens for any client, and the switches of the sandbox, over HTTP. `origin`: of the identity provider. */
export function control(world: World, origin: string): Hono {
  const app = new Hono();

  app.get('/token', async (context) => {
    const { user = '', scope = '', audience = audiences.graph } = context.req.query();
    const who = findAccount(user);
    const known = Object.values(audiences).find((one) => one === audience);
    if (!who) return context.json({ error: 'user has to be the address of an account.' }, 400);
    if (!scope) return context.json({ error: 'scope has to name at least one permission.' }, 400);
    if (!known) return context.json({ error: `audience has to be one of ${Object.values(audiences).join(', ')}` }, 400);
    return context.json({ access_token: await world.mint.accessToken(who, scope.split(/\s+/), known) });
  });

  app.post('/nested-token', async (context) => {
    const request = await context.req.json<{ user: string; clientId: string; scope: string; claims?: string }>();
    const who = findAccount(request.user);
    if (!who) return context.json({ status: 'ACCOUNT_UNAVAILABLE' }, 403);
    const asked = missing(world, who, request.scope);
    if (asked.length > 0) {
      return context.json(
        {
          status: 'USER_INTERACTION_REQUIRED',
          code: 'consent_required',
          missing: asked,
          mayAgree: mayAgree(who, asked),
        },
        403,
      );
    }
    const tenantId = tenantOf(who).id;
    return context.json({
      ...(await tokensFor(world, { ...request, who })),
      scope: permissions(request.scope).join(' '),
      account: {
        homeAccountId: `${objectId(who)}.${tenantId}`,
        // MSAL finds its cached tokens again only under the host of its own authority.
        environment: new URL(origin).host,
        tenantId,
        username: who.upn ?? who.address,
        localAccountId: objectId(who),
        name: who.name,
      },
    });
  });

  app.get('/state', (context) => context.json(world.state));
  app.patch('/state', async (context) => {
    const wrong = patchState(world.state, await context.req.json());
    return wrong === null ? context.json(world.state) : context.json({ error: wrong }, 400);
  });
  app.get('/original', async (context) => {
    const who = findAccount(context.req.query('user') ?? '') ?? findInDirectory(context.req.query('user') ?? '');
    const original = who && (await world.store.originalOf(who));
    if (!original) return context.json({ error: 'There is no upload of this user.' }, 404);
    return context.body(new Uint8Array(original), 200, { 'content-type': 'image/jpeg' });
  });
  /** As if somebody had changed a photo elsewhere. */
  app.put('/original', async (context) => {
    const who = findInDirectory(context.req.query('user') ?? '');
    if (!who) return context.json({ error: 'user has to be an address in the directory.' }, 400);
    await world.store.put(who, Buffer.from(await context.req.arrayBuffer()), Date.now());
    return context.json({});
  });
  app.post('/reset', async (context) => {
    await world.store.reset();
    world.state = initialState();
    world.log.length = 0;
    world.pausedUntil = 0;
    return context.json(world.state);
  });
  app.get('/log', (context) => context.json(world.log));
  app.get('/people', (context) =>
    context.json(people.map((one) => ({ ...one, objectId: objectId(one), tenantId: tenantOf(one).id }))),
  );
  return app;
}
