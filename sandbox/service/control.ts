import { Hono } from 'hono';
import { findAccount, objectId, people, tenantOf } from './people';
import { initialState, patchState, reading } from './state';
import { audiences, bare, lifetime, type Audience } from './tokens';
import type { World } from './world';

/** Tokens for any client, and the switches of the sandbox, over HTTP. */
export function control(world: World): Hono {
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
    const scopes = request.scope.split(/\s+/).filter((one) => !oidc.has(one));
    const agreed = (world.state.consent[who.address] ?? reading).map((one) => one.toLowerCase());
    const missing = scopes.map(bare).filter((one) => !agreed.includes(one.toLowerCase()));
    if (missing.length > 0) {
      return context.json({ status: 'USER_INTERACTION_REQUIRED', code: 'consent_required', missing }, 403);
    }
    // Consent once given comes along with every token, as it does in reality.
    const granted = [...new Set([...scopes.map(bare), ...(world.state.consent[who.address] ?? reading)])];
    const acrs = request.claims?.includes('c1') ? ['c1'] : [];
    const tenantId = tenantOf(who).id;
    return context.json({
      access_token: await world.mint.accessToken(who, granted, audienceOf(scopes), acrs),
      id_token: await world.mint.idToken(who, request.clientId),
      expires_in: lifetime,
      scope: scopes.join(' '),
      account: {
        homeAccountId: `${objectId(who)}.${tenantId}`,
        environment: 'login.windows.net',
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
  app.post('/reset', (context) => {
    world.state = initialState();
    world.log.length = 0;
    return context.json(world.state);
  });
  app.get('/log', (context) => context.json(world.log));
  app.get('/people', (context) =>
    context.json(people.map((one) => ({ ...one, objectId: objectId(one), tenantId: tenantOf(one).id }))),
  );
  return app;
}

const oidc = new Set(['openid', 'profile', 'offline_access', 'email']);

function audienceOf(scopes: readonly string[]): Audience {
  return scopes.some((one) => one.startsWith(audiences.outlook)) ? audiences.outlook : audiences.graph;
}
