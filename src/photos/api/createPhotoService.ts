import { createHttpClient } from '../http';
import { graphSpeech } from './graph/speech';
import { outlookSpeech } from './outlook/speech';
import { createReader } from './reader';
import type { Dialect } from './scopes';
import type { AccessTokens, PhotoService } from './service';

export interface PhotoServiceOptions {
  readonly service: Dialect;
  /** Root with its version, without a slash at its end, such as `https://graph.microsoft.com/v1.0`. */
  readonly serviceUrl: string;
  readonly accessToken: AccessTokens;
  /** How a photo is replaced; the contract names both. */
  readonly upload?: 'PUT' | 'PATCH';
}

const speeches = { graph: graphSpeech, outlook: outlookSpeech };

/** The photo API in the dialect that the service speaks. A third dialect is a folder and a line above. */
export function createPhotoService({
  service,
  serviceUrl,
  accessToken,
  upload = 'PUT',
}: PhotoServiceOptions): PhotoService {
  return createReader(speeches[service](serviceUrl, createHttpClient(serviceUrl), accessToken), upload);
}
