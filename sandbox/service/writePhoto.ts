import sharp from 'sharp';
import { findAccount, findInDirectory, type Person } from './people';
import type { Dialect, PhotoRequest } from './readPhoto';
import { errorResponse, type ServiceResponse } from './serviceResponse';
import type { AccessClaims } from './tokens';
import type { ServiceContext } from './serviceContext';

export interface Upload {
  readonly method: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Upload limits in bytes: documented, and observed for users without a mailbox. */
const limits = { mailbox: 4 * 1024 * 1024, noMailbox: 100_000 };

/** Smallest accepted width and height in pixels. */
const smallestSide = 48;

const own: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite', 'user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite', 'user.readwrite.all'],
};
/** For another user's photo, together with an administrator's role. */
const anybody: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite.all'],
};

const refused = (message: string): ServiceResponse => errorResponse(403, 'ErrorAccessDenied', message);

/** Sets or removes a photo (R5, R6, G5-G7). */
export async function writePhoto(
  photoRequest: PhotoRequest,
  claims: AccessClaims,
  service: ServiceContext,
  upload: Upload,
): Promise<ServiceResponse> {
  const { dialect, beta, operation, size } = photoRequest;
  if (operation !== 'photo' || size !== null) return errorResponse(405, 'MethodNotAllowed', 'Not for this resource.');
  const methods = dialect === 'outlook' ? (beta ? ['PUT'] : ['PUT', 'PATCH']) : ['PUT', 'PATCH', 'DELETE'];
  if (!methods.includes(upload.method)) return errorResponse(405, 'MethodNotAllowed', 'Not in this version.');
  const caller = findAccount(claims.upn);
  const who = photoRequest.key === null ? caller : findInDirectory(photoRequest.key);
  const isOwn = who !== undefined && who === caller;
  const allowed = isOwn ? own[dialect] : anybody[dialect];
  if (!claims.scopes.some((scope) => allowed.includes(scope))) return refused('Access is denied.');
  if (!isOwn && caller?.admin !== true) return refused('The caller has no role that allows this.');
  if (!who || who.tenant !== caller.tenant) {
    return errorResponse(404, 'Request_ResourceNotFound', 'The resource does not exist in this directory.');
  }
  if (who.kind === 'forbidden' || service.state.photosLocked) return refused('Photo updates are turned off.');
  if (who.kind === 'onPremises') return errorResponse(404, 'MailboxNotHostedInExchangeOnline', 'Hosted elsewhere.');
  if (upload.method === 'DELETE') {
    await service.store.remove(who);
    return { status: 204, body: '' };
  }
  const invalid = await validateUpload(upload, who);
  if (invalid) return invalid;
  await service.store.put(who, upload.bytes, Date.now() + service.state.propagation);
  return { status: 200, body: '' };
}

async function validateUpload({ contentType, bytes }: Upload, { kind }: Person): Promise<ServiceResponse | null> {
  if (!/^image\/jpe?g$/i.test(contentType)) return errorResponse(415, 'UnsupportedMediaType', 'Send image/jpeg.');
  if (bytes.length > limits.mailbox) return errorResponse(413, 'RequestEntityTooLarge', 'At most 4 MB.');
  // Observed: an upload that is too large for the directory gets 404.
  if (kind === 'noMailbox' && bytes.length > limits.noMailbox) return errorResponse(404, 'ImageNotFound', 'Not found.');
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
