import { configRules } from '../src/configRules';

/** Where each dialect's service is. */
export const serviceUrls = {
  graph: 'https://graph.microsoft.com/v1.0',
  outlook: 'https://outlook.office.com/api/v2.0',
} as const;

/** The page's config block (docs/architecture.md), read by `src/config.ts`. */
export interface PageConfig {
  readonly clientId: string;
  readonly authority: string;
  readonly service: keyof typeof serviceUrls;
  readonly serviceUrl: string;
  readonly upload?: 'PUT' | 'PATCH';
  readonly groups?: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** For each key of the block: the variable of the build, and what it has to be. */
const variables = {
  clientId: [
    'CLIENT_ID',
    'the Application (client) ID of the app registration, such as 6b1f0a52-8f0e-4c69-9b0c-4e6f3f7d1a20',
  ],
  authority: [
    'AUTHORITY',
    'an https address with one name after the host, such as https://login.microsoftonline.com/contoso.com',
  ],
  service: ['PHOTO_SERVICE', 'one of: graph, outlook'],
  serviceUrl: ['PHOTO_SERVICE_URL', 'an https address without a query, such as https://graph.microsoft.com/v1.0'],
  upload: ['PHOTO_UPLOAD', 'one of: PUT, PATCH'],
  groups: ['PHOTO_GROUPS', 'true or false'],
} as const satisfies Record<keyof typeof configRules, readonly [string, string]>;

/**
 * The config block from the environment of the build. Without CLIENT_ID the block has an empty one, and the pane says so.
 * @throws Error naming the variable that is wrong.
 */
export function pageConfigFrom(environment: Environment): PageConfig {
  const read = (key: keyof typeof variables): string => environment[variables[key][0]]?.trim() ?? '';
  const service = checked('service', read('service') || 'graph');
  return {
    clientId: read('clientId') && checked('clientId', read('clientId')),
    authority: checked('authority', read('authority') || 'https://login.microsoftonline.com/common'),
    service,
    serviceUrl: checked('serviceUrl', read('serviceUrl') || serviceUrls[service]),
    ...(read('upload') && { upload: checked('upload', read('upload')) }),
    ...(read('groups') && { groups: checked('groups', booleanIn(read('groups'))) }),
  };
}

/** The block's JSON for the inside of a script element: `<` would end it. */
export function configJson(config: PageConfig): string {
  return JSON.stringify(config).replaceAll('<', '\\u003c');
}

/** A text that is neither `true` nor `false` stays, and is refused. */
function booleanIn(text: string): string | boolean {
  return text === 'true' || (text === 'false' ? false : text);
}

type Allowed<Key extends keyof typeof configRules> = (typeof configRules)[Key] extends (
  value: unknown,
) => value is infer Value
  ? Value
  : never;

function checked<Key extends keyof typeof configRules>(key: Key, value: string | boolean): Allowed<Key> {
  const isAllowed = configRules[key] as (one: unknown) => one is Allowed<Key>;
  if (isAllowed(value)) return value;
  const [variable, expected] = variables[key];
  throw new Error(`${variable} is "${String(value)}". Set it to ${expected}.`);
}
