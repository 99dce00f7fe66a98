import { createHttpClient } from '../../http';
import { GraphDialect } from './graph/graphDialect';
import { OutlookDialect } from './outlook/outlookDialect';
import { PhotoClient } from './photoClient';
import type { PhotoService } from './photoService';
import type { DialectName } from './scopes';
import type { GetAccessToken } from './withToken';

export interface PhotoServiceOptions {
  readonly service: DialectName;
  /** Root with its version, without a slash at its end, such as `https://graph.microsoft.com/v1.0`. */
  readonly serviceUrl: string;
  readonly accessToken: GetAccessToken;
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
  const { service, serviceUrl, accessToken, upload = 'PUT' } = options;
  return new PhotoClient(new dialects[service](serviceUrl, createHttpClient(serviceUrl), accessToken), upload);
}
