import sharp from 'sharp';
import { findAccount, findInDirectory, type Someone } from './people';
import type { Dialect, Question } from './read';
import { complaint, type Reply } from './reply';
import type { Bearer } from './tokens';
import type { World } from './world';

export interface Upload {
  readonly method: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Documented limit, and the one seen where nobody has a mailbox. Bytes. */
const limits = { mailbox: 4 * 1024 * 1024, noMailbox: 100_000 };

/** The narrowest photo that is taken, in pixels. */
const narrowest = 48;

const own: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite', 'user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite', 'user.readwrite.all'],
};
/** For somebody else's photo, together with an administrator's role. */
const anybody: Readonly<Record<Dialect, readonly string[]>> = {
  graph: ['user.readwrite.all', 'profilephoto.readwrite.all'],
  outlook: ['user.readwrite.all'],
};

const refused = (message: string): Reply => complaint(403, 'ErrorAccessDenied', message);

/** Sets or removes a photo as the service would (R5, R6, G5-G7). */
export async function write(question: Question, bearer: Bearer, world: World, upload: Upload): Promise<Reply> {
  const { dialect, beta, operation, size } = question;
  if (operation !== 'photo' || size !== null) return complaint(405, 'MethodNotAllowed', 'Not for this resource.');
  const methods = dialect === 'outlook' ? (beta ? ['PUT'] : ['PUT', 'PATCH']) : ['PUT', 'PATCH', 'DELETE'];
  if (!methods.includes(upload.method)) return complaint(405, 'MethodNotAllowed', 'Not in this version.');
  const caller = findAccount(bearer.upn);
  const who = question.key === null ? caller : findInDirectory(question.key);
  const isOwn = who !== undefined && who === caller;
  const allowed = isOwn ? own[dialect] : anybody[dialect];
  if (!bearer.scopes.some((scope) => allowed.includes(scope))) return refused('Access is denied.');
  if (!isOwn && caller?.admin !== true) return refused('The caller has no role that allows this.');
  if (!who || who.tenant !== caller.tenant) {
    return complaint(404, 'Request_ResourceNotFound', 'The resource does not exist in this directory.');
  }
  if (who.kind === 'forbidden' || world.state.photosLocked) return refused('Photo updates are turned off.');
  if (who.kind === 'onPremises') return complaint(404, 'MailboxNotHostedInExchangeOnline', 'Hosted elsewhere.');
  if (upload.method === 'DELETE') {
    await world.store.remove(who);
    return { status: 204, body: '' };
  }
  const complaintOrNull = await complaintAbout(upload, who);
  if (complaintOrNull) return complaintOrNull;
  await world.store.put(who, upload.bytes, Date.now() + world.state.propagation);
  return { status: 200, body: '' };
}

async function complaintAbout({ contentType, bytes }: Upload, { kind }: Someone): Promise<Reply | null> {
  if (!/^image\/jpe?g$/i.test(contentType)) return complaint(415, 'UnsupportedMediaType', 'Send image/jpeg.');
  if (bytes.length > limits.mailbox) return complaint(413, 'RequestEntityTooLarge', 'At most 4 MB.');
  // Seen in the field: too large for the directory is told as "not found".
  if (kind === 'noMailbox' && bytes.length > limits.noMailbox) return complaint(404, 'ImageNotFound', 'Not found.');
  try {
    const { format, width, height } = await sharp(bytes).metadata();
    // Decoded to its end: a header alone is no picture.
    await sharp(bytes, { failOn: 'warning' }).raw().toBuffer();
    if (format !== 'jpeg') return complaint(400, 'ErrorInvalidImage', 'Not a JPEG.');
    if (width < narrowest) return complaint(400, 'ValidationWidthTooSmall', 'Too narrow.');
    if (height < narrowest) return complaint(400, 'ValidationHeightTooSmall', 'Too low.');
    return null;
  } catch {
    return complaint(400, 'ErrorInvalidImage', 'Not a picture.');
  }
}
