import type { Person } from './person';
import type { RequestPath } from './requestPath';
import type { ServiceContext } from './serviceContext';
import type { AccessClaims } from './tokens';

/** An authenticated request, or a part of a batch. */
export interface ResourceRequest {
  readonly service: ServiceContext;
  readonly path: RequestPath;
  readonly method: string;
  /** Value of a header by its name in lower case; empty if it is missing. */
  readonly header: (name: string) => string;
  readonly bytes: Buffer;
  readonly claims: AccessClaims;
  /** The token's account. */
  readonly caller: Person | undefined;
}
