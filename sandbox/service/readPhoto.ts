import { contactPhotoOwner, findContact } from './contacts';
import { objectId, photoOwner, tenantOf } from './directory';
import { readSelect } from './odata/options';
import { findPhotoOwner, hasAny, photoReaders } from './permissions';
import type { Person } from './person';
import type { RequestPath } from './requestPath';
import type { ResourceRequest } from './resourceRequest';
import { accessDenied, errorResponse, notInDirectory, type ServiceResponse } from './serviceResponse';
import type { StoredPhoto } from './store';
import type { PhotoTarget } from './target';

/** Answers a read of a photo (R1-R4, R7, G1-G4, G8, G9). */
export async function readPhoto(request: ResourceRequest, target: PhotoTarget): Promise<ServiceResponse> {
  const { path, caller, claims, service } = request;
  const { owner } = target;
  const who = findPhotoOwner(path.dialect, target, caller);
  const isOwn = who !== undefined && who === caller;
  if (!hasAny(claims, photoReaders(path.dialect, target, isOwn))) return accessDenied();
  if (!who || !caller) return notInDirectory(owner.kind === 'group' ? owner.id : owner.key);
  if (owner.kind === 'contact') {
    if (!isOwn) return accessDenied();
    const contact = findContact(caller, owner.id);
    if (!contact) return errorResponse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    return respondWithPhoto(request, target, await service.store.sizesOf(contactPhotoOwner(contact)), who);
  }
  const sizes = await service.store.sizesOf(photoOwner(who));
  const special = responseForKind(who);
  // A user without a mailbox can have a photo in the directory.
  if (special && sizes.length === 0) return special;
  return respondWithPhoto(request, target, sizes, who);
}

function responseForKind({ kind }: Person): ServiceResponse | null {
  switch (kind) {
    case 'forbidden':
      return accessDenied();
    case 'noMailbox':
      return errorResponse(404, 'ErrorNonExistentMailbox', 'No mailbox was found.');
    case 'onPremises':
      return errorResponse(404, 'MailboxNotHostedInExchangeOnline', 'The mailbox is hosted elsewhere.');
    default:
      return null;
  }
}

function respondWithPhoto(
  request: ResourceRequest,
  target: PhotoTarget,
  sizes: readonly StoredPhoto[],
  who: Person,
): ServiceResponse {
  const { operation, size } = target;
  const { dialect, beta } = request.path;
  if (operation === 'sizes') {
    const context = `${entityPath(request, target, who)}/photos`;
    const value = sizes.map((one) => metadata(request.path, one));
    return { status: 200, body: { '@odata.context': contextUrl(request, context), value } };
  }
  const found = size === null ? sizes.at(-1) : sizes.find(({ pixels }) => pixels === size);
  if (found && operation === 'photo') {
    return { status: 200, headers: { 'content-type': 'image/jpeg', etag: found.eTag }, body: found.bytes };
  }
  if (found) return respondWithMetadata(request, target, found, who);
  if (sizes.length > 0 && !beta) return { status: 404, body: 'Not Found' };
  if (operation === 'metadata' && (dialect === 'outlook' || sizes.length > 0)) {
    return respondWithMetadata(request, target, null, who);
  }
  return errorResponse(404, 'ImageNotFound', 'The photo was not found.');
}

/** Null: the 1x1 metadata that means "no photo". */
function respondWithMetadata(
  request: ResourceRequest,
  target: PhotoTarget,
  found: StoredPhoto | null,
  who: Person,
): ServiceResponse {
  const { path, service } = request;
  const isOutlookMe = path.dialect === 'outlook' && target.owner.kind === 'user' && target.owner.key === null;
  const name = target.size === null ? 'photo' : `photos('${target.size}x${target.size}')`;
  const context = isOutlookMe ? 'Me' : entityPath(request, target, who);
  const id = entityPath(request, target, who, `@${tenantOf(who).id}`);
  return {
    status: 200,
    body: {
      '@odata.context': contextUrl(request, `${context}/${name.split('(')[0] ?? ''}/$entity`),
      '@odata.id': `${service.origin}${path.root}/${id}/${name}`,
      ...metadata(path, found),
    },
  };
}

function contextUrl({ service, path }: ResourceRequest, fragment: string): string {
  return `${service.origin}${path.root}/$metadata#${fragment}`;
}

/** The owner as a path, such as `users('{object id}')`. `suffix`: behind a user's id. */
function entityPath({ path }: ResourceRequest, { owner }: PhotoTarget, who: Person, suffix = ''): string {
  if (owner.kind === 'group') return `groups('${objectId(who)}')`;
  const user = `${path.dialect === 'outlook' ? 'Users' : 'users'}('${objectId(who)}${suffix}')`;
  return owner.kind === 'contact' ? `${user}/contacts('${owner.id}')` : user;
}

/** PascalCase in the Outlook dialect, camelCase in Graph. @throws QueryError for a `$select` of what photos do not have */
function metadata({ dialect, query }: RequestPath, found: StoredPhoto | null): Record<string, unknown> {
  const pixels = found?.pixels ?? 1;
  const fields: Readonly<Record<string, unknown>> =
    dialect === 'outlook'
      ? { Id: `${pixels}X${pixels}`, Width: pixels, Height: pixels }
      : { id: `${pixels}x${pixels}`, width: pixels, height: pixels };
  const names = Object.keys(fields);
  const select = readSelect(query, { properties: names, type: `${schemas[dialect]}.profilePhoto` });
  return {
    '@odata.mediaContentType': found ? 'image/jpeg' : 'image/gif',
    '@odata.mediaEtag': found?.eTag ?? '',
    ...Object.fromEntries((select ?? names).map((name) => [name, fields[name]])),
  };
}

const schemas = { graph: 'microsoft.graph', outlook: 'Microsoft.OutlookServices' };
