import { observable, type Observable } from '../../base';
import { createHttpClient } from '../../http';
import type { Dialect } from './dialect';
import { GraphDialect } from './graph/graphDialect';
import { OutlookDialect } from './outlook/outlookDialect';
import type { TokenAccount } from './person';
import { PersonFinder } from './personFinder';
import { PhotoClient } from './photoClient';
import type { PhotoService } from './photoService';
import type { DialectName } from './scopes';
import type { GetAccessToken } from './withToken';

/** The account that tokens are issued for. */
export interface Identity {
  /** The account of the latest token; null before the first. */
  readonly account: Observable<TokenAccount | null>;
  /** Requests a token, so that the account becomes known. @throws token errors. */
  readonly requestAccount: () => Promise<void>;
}

export interface PhotoServiceOptions {
  readonly service: DialectName;
  /** Root with its version, without a slash at its end, such as `https://graph.microsoft.com/v1.0`. */
  readonly serviceUrl: string;
  readonly accessToken: GetAccessToken;
  /** Without it, no address is known to be one's own. */
  readonly identity?: Identity;
  /** How a photo is replaced; the contract names both. */
  readonly upload?: 'PUT' | 'PATCH';
}

/**
 * All dialects. A third one starts with its title and prefix in `scopes.ts`; the type check then asks for its line here,
 * with its folder, and for its name in `src/config.ts`. Its default address is in `build/pageConfig.ts`.
 */
const dialects = { graph: GraphDialect, outlook: OutlookDialect } as const satisfies Record<DialectName, unknown>;

/** Creates a client for the photo API in the dialect of the service. */
export function createPhotoService(options: PhotoServiceOptions): PhotoService {
  const { service, serviceUrl, accessToken, identity = noIdentity, upload = 'PUT' } = options;
  const dialect: Dialect = new dialects[service](serviceUrl, createHttpClient(serviceUrl), accessToken);
  const { directory } = dialect;
  const finder = new PersonFinder({ ...identity, directory, readMe: () => dialect.readMe() });
  return new PhotoClient(dialect, finder, upload);
}

const noIdentity: Identity = { account: observable(null), requestAccount: () => Promise.resolve() };
