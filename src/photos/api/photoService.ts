import type { Observable } from '../../base';
import type { ResponseSummary } from './errors';
import type { KnownPerson, Me, PeopleDirectory } from './person';

/** A person by one of their addresses; in Graph also by login name or object id. */
export interface Addressee {
  readonly address: string;
}

/** A Microsoft 365 group by its object id; in Graph alone. Reading it needs the permission for groups. */
export interface GroupOwner {
  readonly groupId: string;
}

/** Whose photo: the account of the token, or the person with an address. */
export type PersonOwner = 'me' | Addressee;

/** Whose photo: a person's, or a group's that was listed. */
export type PhotoOwner = PersonOwner | GroupOwner;

/** What the service reports about one size of a photo (`docs/photo-api.md`, metadata). */
export interface PhotoMetadata {
  /**
   * As the service wrote it, such as `240X240`. Compare without case, and trust width and height before it. Empty for a
   * photo that was saved but is not reported by the service yet.
   */
  readonly id: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Such as `image/jpeg`. */
  readonly contentType: string;
  /** With its own quotes, as in `"BA09D118"`; null where the service sent none. */
  readonly eTag: string | null;
}

export const absenceReasons = [
  'notSet',
  'notInDirectory',
  'noPerson',
  'notUnique',
  'notFindable',
  'noMailbox',
  'onPremises',
  'noAddress',
  'contactNotUnique',
] as const;

/**
 * Why there is no photo. Each is an answer of the service, not a failure:
 * `notSet` none was set; `notInDirectory` the organization does not know the address; `noPerson` the address has a domain
 * of the organization but belongs to no user, as those of groups do; `notUnique` several people have it, `contactNotUnique`
 * several of the account's own contacts; `notFindable` the account may not search the directory; `noMailbox` the person has no mailbox; `onPremises` the mailbox is on the
 * organization's own server. `noAddress` alone comes without a request: Outlook gives no mail address.
 */
export type AbsenceReason = (typeof absenceReasons)[number];

export interface NoPhoto {
  readonly kind: 'none';
  readonly reason: AbsenceReason;
  /** The person in the directory; absent where the address was accepted as a login name, or the search found no one. */
  readonly person?: KnownPerson;
}

export interface Photo {
  readonly kind: 'photo';
  /** The picture as the service sent it; its `type` is detected from its first bytes. */
  readonly picture: Blob;
  /** Of the largest photo there is; null where only the picture was requested. */
  readonly metadata: PhotoMetadata | null;
  /** The person in the directory; absent where the address itself was accepted. */
  readonly person?: KnownPerson;
}

/** The service's photo still has the eTag of the caller's copy. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly metadata: PhotoMetadata;
  readonly person?: KnownPerson;
}

export type PhotoResult = Photo | NoPhoto | Unchanged;

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Called with each response, for a diagnosis. */
  readonly onResponse?: (response: ResponseSummary) => void;
}

export interface PhotoOptions extends RequestOptions {
  /** Pixels the picture is drawn at. The smallest size that covers it is read, or the largest there is. */
  readonly pixels?: number;
  /** The eTag of the caller's copy. */
  readonly eTag?: string;
  /** Without metadata, which is one request less. */
  readonly pictureOnly?: boolean;
  /** The person that an earlier read has found under this address. */
  readonly knownAs?: KnownPerson;
  /** Asks the directory again whom the address belongs to. */
  readonly again?: boolean;
}

/** The photo API in any dialect. Absence is a value; every other failure is thrown. */
export interface PhotoService {
  /** The person whom the token is for; null while there is no token. */
  readonly me: Observable<Me | null>;
  /** Ends the pauses of a service that is throttled or down, because a click asks. */
  endPauses(): void;
  /** For searches by name; null where the service finds people by address only. */
  readonly people: PeopleDirectory | null;
  /** Whether an earlier answer about this person still counts. Resolves once the account is known, where that decides. */
  isShown(person: KnownPerson): Promise<boolean>;
  /** Reads my name and addresses from the directory, once for each account. Never fails. */
  identifyMe(): Promise<void>;
  getMetadata(owner: PhotoOwner, options?: RequestOptions): Promise<PhotoMetadata | NoPhoto>;
  /** All sizes that the service holds, the smallest first. */
  listSizes(owner: PhotoOwner, options?: RequestOptions): Promise<readonly PhotoMetadata[] | NoPhoto>;
  getPhoto(owner: PhotoOwner, options?: PhotoOptions): Promise<PhotoResult>;
  /**
   * Replaces the photo with one request (R5, R6, G5, G6). A success only means that the service accepted it.
   * @throws PictureRefusedError, PermissionError, SignInRequiredError, ServiceError, HttpError and token errors.
   */
  setPhoto(owner: PhotoOwner, jpeg: Blob, options?: RequestOptions): Promise<void>;
  /** Removes the photo (G7). Null where the dialect cannot. */
  readonly removePhoto: ((owner: PhotoOwner, options?: RequestOptions) => Promise<void>) | null;
}

/** An entry of the directory by its object id. Without a kind it is a person. */
export interface ListedOwner {
  readonly id: string;
  readonly kind?: string | undefined;
}

/** Whose photo an entry of the directory has: by object id, since addresses may move to others. */
export function ownerOf({ id, kind }: ListedOwner): PhotoOwner {
  return kind === 'group' ? { groupId: id } : { address: id };
}

export function isNoPhoto(value: object): value is NoPhoto {
  return 'kind' in value && value.kind === 'none';
}

/** The eTag that an answer reports; null where it reports none. */
export function eTagOf(result: PhotoResult): string | null {
  return result.kind === 'none' ? null : (result.metadata?.eTag ?? null);
}
