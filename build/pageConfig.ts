/** Where each dialect's service is; also the list of dialects that the config block may name. */
const serviceUrls = {
  graph: 'https://graph.microsoft.com/v1.0',
  outlook: 'https://outlook.office.com/api/v2.0',
} as const;

/** The page's config block (docs/architecture.md), read by `src/config.ts`. */
export interface PageConfig {
  readonly clientId: string;
  readonly authority: string;
  readonly service: keyof typeof serviceUrls;
  readonly serviceUrl: string;
  readonly upload?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The config block from the environment of the build. @throws Error naming the variable that is wrong. */
export function pageConfigFrom(environment: Environment): PageConfig {
  const service = environment['PHOTO_SERVICE'] || 'graph';
  if (!isService(service)) {
    throw new Error(`PHOTO_SERVICE is "${service}". Set it to one of: ${Object.keys(serviceUrls).join(', ')}.`);
  }
  const upload = environment['PHOTO_UPLOAD'];
  return {
    clientId: environment['CLIENT_ID'] || '',
    authority: environment['AUTHORITY'] || 'https://login.microsoftonline.com/common',
    service,
    serviceUrl: environment['PHOTO_SERVICE_URL'] || serviceUrls[service],
    ...(upload && { upload }),
  };
}

/** The block's JSON for the inside of a script element: `<` would end it. */
export function configJson(config: PageConfig): string {
  return JSON.stringify(config).replaceAll('<', '\\u003c');
}

function isService(name: string): name is keyof typeof serviceUrls {
  return Object.hasOwn(serviceUrls, name);
}
