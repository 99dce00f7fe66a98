import { observable, type Observable } from '../../base';
import { createHttpClient } from '../../http';
import type { Dialect } from './dialect';
import { GraphDialect } from './graph/graphDialect';
import { OutlookDialect } from './outlook/outlookDialect';
import type { TokenAccount } from './person';
import { PersonFinder } from './personFinder';
import { PhotoClient } from './photoClient';
import type { PhotoService } from './photoService';
import { anyoneElse, type DialectName } from './scopes';
import type { GetAccessToken } from './withToken';

export interface PhotoServiceOptions {
  readonly service: DialectName;
  /** Root with its version, without a slash at its end, such as `https://graph.microsoft.com/v1.0`. */
  readonly serviceUrl: string;
  readonly accessToken: GetAccessToken;
  /** The account of the latest token; null before the first. Without it, no address is known to be one's own. */
  readonly account?: Observable<TokenAccount | null>;
  /** How a photo is replaced; the contract names both. */
  readonly upload?: 'PUT' | 'PATCH';
}

/**
 * A third dialect is a folder, a line here, its title and prefix in `scopes.ts`, its name in `src/config.ts`, and its
 * default address in `build/pageConfig.ts`.
 */
const dialects = { graph: GraphDialect, outlook: OutlookDialect } as const satisfies Record<DialectName, unknown>;

/** Creates a client for the photo API in the dialect of the service. */
export function createPhotoService(options: PhotoServiceOptions): PhotoService {
  const { service, serviceUrl, accessToken, account, upload = 'PUT' } = options;
  const dialect = new dialects[service](serviceUrl, createHttpClient(serviceUrl), accessToken);
  return new PhotoClient(dialect, createFinder(dialect, accessToken, account), upload);
}

function createFinder(
  dialect: Dialect,
  accessToken: GetAccessToken,
  account: PhotoServiceOptions['account'],
): PersonFinder {
  // Either token names the account; the organization may have consented to one of them only.
  const requestToken = async (): Promise<void> => {
    for (const target of [anyoneElse, 'me'] as const) {
      const token = await accessToken({ scopes: dialect.readScopes(target) }).catch(() => null);
      if (token !== null) return;
    }
  };
  return new PersonFinder({
    directory: dialect.directory,
    readMe: () => dialect.readMe(),
    account: account ?? observable(null),
    requestToken: account ? requestToken : () => Promise.resolve(),
  });
}
