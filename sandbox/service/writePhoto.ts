import sharp from 'sharp';
import { contactPhotoOwner, findContact } from './contacts';
import { photoOwner } from './directory';
import { findPhotoOwner, hasAny, photoWriters } from './permissions';
import type { Person } from './person';
import type { ResourceRequest } from './resourceRequest';
import { accessDenied, errorResponse, notInDirectory, type ServiceResponse } from './serviceResponse';
import type { PhotoOwner } from './store';
import type { PhotoTarget } from './target';

/** Upload limits in bytes: documented, and observed for users without a mailbox. */
const limits = { mailbox: 4 * 1024 * 1024, noMailbox: 100_000 };

/** Smallest accepted width and height in pixels. */
const smallestSide = 48;

/** Sets or removes a photo (R5, R6, G5-G7). */
export async function writePhoto(request: ResourceRequest, target: PhotoTarget): Promise<ServiceResponse> {
  const { path, caller, claims, service, method } = request;
  const { operation, size, owner } = target;
  // Microsoft's SDK removes the entity, not its value.
  const isWritable = operation === 'photo' || (operation === 'metadata' && method === 'DELETE');
  if (!isWritable || size !== null) return errorResponse(405, 'MethodNotAllowed', 'Not for this resource.');
  if (!methodsFor(request, target).includes(method)) {
    return errorResponse(405, 'MethodNotAllowed', 'Not in this version.');
  }
  const who = findPhotoOwner(path.dialect, target, caller);
  const isOwn = who !== undefined && who === caller;
  if (!hasAny(claims, photoWriters(path.dialect, target, isOwn))) return accessDenied('Access is denied.');
  if (!isOwn && !mayChange(who, caller)) return accessDenied('The caller has no role that allows this.');
  if (!who) return notInDirectory(owner.kind === 'group' ? owner.id : owner.key);
  if (owner.kind === 'contact') {
    const contact = findContact(who, owner.id);
    if (!contact) return errorResponse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
    return storeUpload(request, contactPhotoOwner(contact), limits.mailbox);
  }
  if (who.kind === 'forbidden' || service.state.photosLocked) return accessDenied('Photo updates are turned off.');
  if (who.kind === 'onPremises') return errorResponse(404, 'MailboxNotHostedInExchangeOnline', 'Hosted elsewhere.');
  if (method === 'DELETE') {
    await service.store.remove(photoOwner(who));
    return { status: 204, body: '' };
  }
  return storeUpload(request, photoOwner(who), limitOf(who));
}

/** Administrators may change every photo, owners of a group that of the group. */
function mayChange(who: Person | undefined, caller: Person | undefined): boolean {
  return caller !== undefined && (caller.admin === true || who?.owners?.includes(caller.address) === true);
}

function methodsFor({ path }: ResourceRequest, { owner }: PhotoTarget): readonly string[] {
  if (path.dialect === 'outlook') return path.beta ? ['PUT'] : ['PUT', 'PATCH'];
  return owner.kind === 'contact' ? ['PUT', 'PATCH'] : ['PUT', 'PATCH', 'DELETE'];
}

function limitOf({ kind }: Person): number {
  return kind === 'noMailbox' ? limits.noMailbox : limits.mailbox;
}

async function storeUpload(request: ResourceRequest, owner: PhotoOwner, limit: number): Promise<ServiceResponse> {
  const { bytes, service } = request;
  const invalid = await validateUpload(request, limit);
  if (invalid) return invalid;
  await service.store.put(owner, bytes, Date.now() + service.state.propagation);
  return { status: 200, body: '' };
}

/**
 * Besides JPEG what clients name for bytes of any kind: Microsoft's SDKs `application/octet-stream`, PnPjs
 * `application/json` (its `setContent`, as PnPjs documents it, has no other way). Whether it is a JPEG, the bytes show.
 */
const uploadTypes = /^(?:image\/jpe?g|application\/(?:octet-stream|json))(?:;|$)/i;

async function validateUpload({ header, bytes }: ResourceRequest, limit: number): Promise<ServiceResponse | null> {
  if (!uploadTypes.test(header('content-type').trim())) {
    return errorResponse(415, 'UnsupportedMediaType', 'Send image/jpeg.');
  }
  if (bytes.length > limits.mailbox) return errorResponse(413, 'RequestEntityTooLarge', 'At most 4 MB.');
  // Observed: an upload that is too large for the directory gets 404.
  if (bytes.length > limit) return errorResponse(404, 'ImageNotFound', 'Not found.');
  try {
    const { format, width, height } = await sharp(bytes).metadata();
    // A valid header alone is not enough: the whole image is decoded.
    await sharp(bytes, { failOn: 'warning' }).raw().toBuffer();
    if (format !== 'jpeg') return errorResponse(400, 'ErrorInvalidImage', 'Not a JPEG.');
    if (width < smallestSide) return errorResponse(400, 'ValidationWidthTooSmall', 'Too narrow.');
    if (height < smallestSide) return errorResponse(400, 'ValidationHeightTooSmall', 'Too low.');
    return null;
  } catch {
    return errorResponse(400, 'ErrorInvalidImage', 'Not a picture.');
  }
}
