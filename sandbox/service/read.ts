import { findAccount, findInDirectory, type Someone } from './people';
import { complaint, type Reply } from './reply';
import type { PhotoStore, StoredPhoto } from './store';
import type { Bearer } from './tokens';

export type Dialect = 'graph' | 'outlook';

/** What a path asks for. `key` null: the token's own account. */
export interface Question {
  readonly dialect: Dialect;
  readonly beta: boolean;
  readonly key: string | null;
  readonly operation: 'metadata' | 'photo' | 'sizes' | 'profile';
  /** Pixels of the size named in the path; null: the largest. */
  readonly size: number | null;
}

/** Permissions that allow each operation (delegated): for one's own photo, and for anybody's. */
const anybody = ['user.readbasic.all', 'user.read.all', 'user.readwrite.all'];
const own: Readonly<Record<Dialect, Readonly<Record<Question['operation'], readonly string[]>>>> = {
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

/** Answers a read as the service would. */
export async function read(question: Question, bearer: Bearer, store: PhotoStore): Promise<Reply> {
  const caller = findAccount(bearer.upn);
  const who = question.key === null ? caller : findInDirectory(question.key);
  const allowed = who && who === caller ? [...own[question.dialect][question.operation], ...anybody] : anybody;
  if (!bearer.scopes.some((scope) => allowed.includes(scope))) {
    return complaint(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  if (!who || who.tenant !== caller?.tenant) {
    return complaint(404, 'Request_ResourceNotFound', 'The resource does not exist in this directory.');
  }
  const sizes = await store.sizesOf(who);
  const strange = strangeKind(who);
  // Somebody without a mailbox may have a photo in the directory.
  if (strange && sizes.length === 0) return strange;
  if (question.operation === 'profile') return profile(who);
  return photo(question, sizes);
}

function strangeKind({ kind }: Someone): Reply | null {
  switch (kind) {
    case 'forbidden':
      return complaint(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'noMailbox':
      return complaint(404, 'ErrorNonExistentMailbox', 'No mailbox was found.');
    case 'onPremises':
      return complaint(404, 'MailboxNotHostedInExchangeOnline', 'The mailbox is hosted elsewhere.');
    default:
      return null;
  }
}

function photo(question: Question, sizes: readonly StoredPhoto[]): Reply {
  const { operation, size, beta, dialect } = question;
  const found = size === null ? sizes.at(-1) : sizes.find(({ pixels }) => pixels === size);
  if (operation === 'sizes') return { status: 200, body: { value: sizes.map((one) => metadata(question, one)) } };
  if (found) {
    return operation === 'metadata'
      ? { status: 200, body: { '@odata.context': '$metadata#photo', ...metadata(question, found) } }
      : { status: 200, headers: { 'content-type': 'image/jpeg', etag: found.eTag }, body: found.bytes };
  }
  if (sizes.length > 0 && !beta) return { status: 404, body: 'Not Found' };
  if (operation === 'metadata' && (dialect === 'outlook' || sizes.length > 0)) {
    return { status: 200, body: metadata(question, null) };
  }
  return complaint(404, 'ImageNotFound', 'The photo was not found.');
}

/** PascalCase in the Outlook dialect, camelCase in Graph. Null: the 1x1 answer that means "no photo". */
function metadata({ dialect }: Question, found: StoredPhoto | null): Record<string, unknown> {
  const pixels = found?.pixels ?? 1;
  const names = dialect === 'outlook' ? ['Id', 'Width', 'Height'] : ['id', 'width', 'height'];
  const values = [dialect === 'outlook' ? `${pixels}X${pixels}` : `${pixels}x${pixels}`, pixels, pixels];
  return {
    '@odata.mediaContentType': found ? 'image/jpeg' : 'image/gif',
    '@odata.mediaEtag': found?.eTag ?? '',
    ...Object.fromEntries(names.map((name, index) => [name, values[index]])),
  };
}

function profile(who: Someone): Reply {
  const { name: displayName, address: mail, upn: userPrincipalName = mail } = who;
  return { status: 200, body: { displayName, mail, userPrincipalName } };
}
