import { findAccount, findInDirectory, type Person } from './people';
import { errorResponse, type ServiceResponse } from './serviceResponse';
import type { PhotoStore, StoredPhoto } from './store';
import type { AccessClaims } from './tokens';

export type Dialect = 'graph' | 'outlook';

/** A request of the photo API. `key` null: the token's account. */
export interface PhotoRequest {
  readonly dialect: Dialect;
  readonly beta: boolean;
  readonly key: string | null;
  readonly operation: 'metadata' | 'photo' | 'sizes' | 'profile';
  /** Size named in the path, in pixels; null: the largest. */
  readonly size: number | null;
}

/** Permissions (delegated) that allow reads of any photo; `own` adds those for the caller's photo. */
const anybody = ['user.readbasic.all', 'user.read.all', 'user.readwrite.all'];
const own: Readonly<Record<Dialect, Readonly<Record<PhotoRequest['operation'], readonly string[]>>>> = {
  graph: {
    metadata: ['user.read', 'user.readwrite'],
    photo: ['user.read', 'user.readwrite'],
    sizes: ['user.read', 'user.readwrite'],
    profile: ['user.read', 'user.readwrite'],
  },
  outlook: {
    // The reference does not list user.readwrite for metadata.
    metadata: ['user.read'],
    photo: ['user.read', 'user.readwrite'],
    sizes: ['user.read'],
    profile: ['user.read'],
  },
};

/** Answers a read (R1-R4, R7, G1-G4, G8, G9). */
export async function readPhoto(
  photoRequest: PhotoRequest,
  claims: AccessClaims,
  store: PhotoStore,
): Promise<ServiceResponse> {
  const caller = findAccount(claims.upn);
  const who = photoRequest.key === null ? caller : findInDirectory(photoRequest.key);
  const allowed = who && who === caller ? [...own[photoRequest.dialect][photoRequest.operation], ...anybody] : anybody;
  if (!claims.scopes.some((scope) => allowed.includes(scope))) {
    return errorResponse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  if (!who || who.tenant !== caller?.tenant) {
    return errorResponse(404, 'Request_ResourceNotFound', 'The resource does not exist in this directory.');
  }
  const sizes = await store.sizesOf(who);
  const special = responseForKind(who);
  // A user without a mailbox can have a photo in the directory.
  if (special && sizes.length === 0) return special;
  if (photoRequest.operation === 'profile') return profile(who);
  return photo(photoRequest, sizes);
}

function responseForKind({ kind }: Person): ServiceResponse | null {
  switch (kind) {
    case 'forbidden':
      return errorResponse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'noMailbox':
      return errorResponse(404, 'ErrorNonExistentMailbox', 'No mailbox was found.');
    case 'onPremises':
      return errorResponse(404, 'MailboxNotHostedInExchangeOnline', 'The mailbox is hosted elsewhere.');
    default:
      return null;
  }
}

function photo(photoRequest: PhotoRequest, sizes: readonly StoredPhoto[]): ServiceResponse {
  const { operation, size, beta, dialect } = photoRequest;
  const found = size === null ? sizes.at(-1) : sizes.find(({ pixels }) => pixels === size);
  if (operation === 'sizes') return { status: 200, body: { value: sizes.map((one) => metadata(photoRequest, one)) } };
  if (found) {
    return operation === 'metadata'
      ? { status: 200, body: { '@odata.context': '$metadata#photo', ...metadata(photoRequest, found) } }
      : { status: 200, headers: { 'content-type': 'image/jpeg', etag: found.eTag }, body: found.bytes };
  }
  if (sizes.length > 0 && !beta) return { status: 404, body: 'Not Found' };
  if (operation === 'metadata' && (dialect === 'outlook' || sizes.length > 0)) {
    return { status: 200, body: metadata(photoRequest, null) };
  }
  return errorResponse(404, 'ImageNotFound', 'The photo was not found.');
}

/** PascalCase in the Outlook dialect, camelCase in Graph. Null: the 1x1 metadata that means "no photo". */
function metadata({ dialect }: PhotoRequest, found: StoredPhoto | null): Record<string, unknown> {
  const pixels = found?.pixels ?? 1;
  const names = dialect === 'outlook' ? ['Id', 'Width', 'Height'] : ['id', 'width', 'height'];
  const values = [dialect === 'outlook' ? `${pixels}X${pixels}` : `${pixels}x${pixels}`, pixels, pixels];
  return {
    '@odata.mediaContentType': found ? 'image/jpeg' : 'image/gif',
    '@odata.mediaEtag': found?.eTag ?? '',
    ...Object.fromEntries(names.map((name, index) => [name, values[index]])),
  };
}

function profile(who: Person): ServiceResponse {
  const { name: displayName, address: mail, upn: userPrincipalName = mail } = who;
  return { status: 200, body: { displayName, mail, userPrincipalName } };
}
