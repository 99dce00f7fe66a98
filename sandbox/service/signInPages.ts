import type { Context } from 'hono';
import { html } from 'hono/html';
import { loginOf } from './directory';
import { people } from './people';
import type { Person } from './person';

/** The current address with more query parameters. */
export function withQuery(context: Context, more: Record<string, string>): string {
  const query = new URLSearchParams({ ...context.req.query(), ...more });
  return `?${query}`;
}

/** The accounts to sign in with; the hinted one comes first. */
export function choices(context: Context, hint: string) {
  const accounts = people.filter(({ account }) => account);
  const isHinted = (one: Person): boolean => one.address === hint || loginOf(one) === hint;
  accounts.sort((one, other) => Number(isHinted(other)) - Number(isHinted(one)));
  return html`<ul>
      ${accounts.map(
        ({ name, address }) =>
          html`<li>
            <a href="${withQuery(context, { account: address })}">${name} <small>${address}</small></a>
          </li>`,
      )}
    </ul>
    <p><a href="${withQuery(context, { accept: 'no' })}">Cancel</a></p>`;
}

/** The permissions that an app asks an account for. */
export function consent(context: Context, address: string, scopes: readonly string[], allowed: boolean) {
  return html`<p>User Photo asks ${address} for:</p>
    <ul>
      ${scopes.map((scope) => html`<li>${scope}</li>`)}
    </ul>
    <p>
      ${allowed ? html`<a href="${withQuery(context, { accept: 'yes' })}">Accept</a>` : 'Only an administrator can accept.'}
      <a href="${withQuery(context, { accept: 'no' })}">Cancel</a>
    </p>`;
}

/** A whole page of the identity provider. */
export function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - User Photo sandbox</title>
        <style>
          body {
            font:
              15px/22px 'Segoe UI',
              system-ui,
              sans-serif;
            margin: 32px;
            color-scheme: light dark;
          }
          ul {
            list-style: none;
            padding: 0;
          }
          a {
            display: inline-block;
            padding: 8px 0;
            margin-inline-end: 24px;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
        <p><small>The sandbox's identity provider: no password, nothing leaves this machine.</small></p>
      </body>
    </html>`;
}
