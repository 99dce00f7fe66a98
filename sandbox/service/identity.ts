import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { addAdminConsentRoute } from './adminConsent';
import { addConsent, mayConsent, missingScopes, createTokens, type Grant } from './grant';
import { findAccount } from './directory';
import { choices, consent, page } from './signInPages';
import type { ServiceContext } from './serviceContext';

/** An authorization code that has not been redeemed yet. */
interface Pending extends Grant {
  readonly challenge: string;
  readonly redirectUri: string;
}

const responseModes: Readonly<Record<string, string>> = { query: '?', fragment: '#' };

/**
 * The sandbox's identity provider: discovery, sign-in page, consent and tokens by authorization code with PKCE
 * (OpenID Connect, RFC 7636), at the paths of the Microsoft identity platform.
 */
export function createIdentityProvider(service: ServiceContext, origin: string): Hono {
  const app = new Hono();
  const pending = new Map<string, Pending>();

  app.get('/:tenant/v2.0/.well-known/openid-configuration', (context) =>
    context.json(discoveryDocument(origin, context.req.param('tenant'))),
  );

  app.get('/:tenant/discovery/v2.0/keys', (context) => context.json({ keys: [service.tokens.jwk] }));

  app.get('/:tenant/oauth2/v2.0/authorize', (context) => {
    const query = context.req.query();
    const wrong = validateQuery(query);
    if (wrong !== null) return context.html(page('Sign in', html`<p role="alert">${wrong}</p>`), 400);
    const { scope = '', account = '', accept } = query;
    if (accept === 'no') return redirectBack(context, query, { error: 'access_denied', error_subcode: 'cancel' });
    const who = findAccount(account);
    if (!who) return context.html(page('Pick an account', choices(context, query['login_hint'] ?? '')));
    const asked = missingScopes(service, who, scope);
    if (asked.length > 0 && !(accept === 'yes' && mayConsent(service, who, asked))) {
      return context.html(
        page('Permissions requested', consent(context, who.address, asked, mayConsent(service, who, asked))),
      );
    }
    addConsent(service, who, asked);
    const code = crypto.randomUUID();
    pending.set(code, {
      who,
      scope,
      clientId: query['client_id'] ?? '',
      claims: query['claims'],
      nonce: query['nonce'],
      challenge: query['code_challenge'] ?? '',
      redirectUri: query['redirect_uri'] ?? '',
    });
    return redirectBack(context, query, { code });
  });

  app.post('/:tenant/oauth2/v2.0/token', async (context) => {
    const form = await context.req.parseBody<Record<string, string>>();
    const { grant_type, code = '', code_verifier = '', redirect_uri } = form;
    const grant = pending.get(code);
    // A code can be redeemed once.
    pending.delete(code);
    const verified = createHash('sha256').update(code_verifier).digest('base64url') === grant?.challenge;
    if (grant_type !== 'authorization_code' || !verified || redirect_uri !== grant.redirectUri) {
      return context.json({ error: 'invalid_grant', error_description: 'The code cannot be redeemed.' }, 400);
    }
    return context.json(await createTokens(service, grant));
  });

  addAdminConsentRoute(app, service);

  return app;
}

function discoveryDocument(origin: string, tenant: string): object {
  const base = `${origin}/${tenant}`;
  return {
    issuer: `${origin}/{tenantid}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: Object.keys(responseModes),
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function validateQuery(query: Readonly<Record<string, string>>): string | null {
  const { response_type, redirect_uri = '', code_challenge_method, response_mode = 'query' } = query;
  if (response_type !== 'code' || code_challenge_method !== 'S256') return 'Only codes with PKCE (S256) are given.';
  if (!(response_mode in responseModes)) return 'response_mode has to be query or fragment.';
  return URL.canParse(redirect_uri) && new URL(redirect_uri).hostname === 'localhost'
    ? null
    : 'redirect_uri has to be on localhost.';
}

/** Redirects to the add-in's page with the result. */
function redirectBack(
  context: Context,
  query: Readonly<Record<string, string>>,
  outcome: Record<string, string>,
): Response {
  const { redirect_uri = '', response_mode = 'query', state = '' } = query;
  const answer = new URLSearchParams({ ...outcome, state });
  return context.redirect(`${redirect_uri}${responseModes[response_mode] ?? '?'}${answer}`);
}
