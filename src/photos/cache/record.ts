import { imageType } from '../api/imageType';
import type { KnownPerson } from '../api/person';
import type { AbsenceReason, PhotoMetadata } from '../api/photoService';
import type { Copy, ReplacedPhoto } from './copy';

/** A copy as the database stores it. */
export interface StoredRecord {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly answer: StoredAbsence | StoredPhoto;
  /** Absent where the address itself was accepted. Without addresses and names: they are personal. */
  readonly person?: StoredPerson;
  readonly replaced?: ReplacedPhoto;
}

interface StoredAbsence {
  readonly kind: 'none';
  readonly reason: AbsenceReason;
}

type StoredPerson = Omit<KnownPerson, 'addresses' | 'name'>;

interface StoredPhoto {
  readonly kind: 'photo';
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** The size that the picture was read for, in device pixels; Infinity for the largest there is. */
  readonly pixels: number;
  readonly metadata: PhotoMetadata | null;
}

/** What is stored of a copy. */
export async function recordOf(
  { result, readAt, pixels }: Copy,
  tenant: string | null,
  replaced: ReplacedPhoto | null,
): Promise<StoredRecord> {
  const base = { readAt, tenant, ...(replaced && { replaced }), ...storedPerson(result.person) };
  if (result.kind === 'none') return { ...base, answer: { kind: 'none', reason: result.reason } };
  const { picture, metadata } = result;
  const bytes = await picture.arrayBuffer();
  return { ...base, answer: { kind: 'photo', type: picture.type, bytes, pixels, metadata } };
}

/** The copy in a record, for the session that reads it. */
export function copyIn({ answer, readAt, tenant, person: stored }: StoredRecord, session: number): Copy {
  const person = stored && { person: { ...stored, addresses: [] } };
  const base = { readAt, tenantId: tenant, session, origin: 'cache' } as const;
  if (answer.kind === 'none') return { ...base, result: { ...answer, ...person }, pixels: Infinity };
  const { bytes, metadata, pixels } = answer;
  const type = imageType(new Uint8Array(bytes)) ?? answer.type;
  return { ...base, result: { kind: 'photo', picture: new Blob([bytes], { type }), metadata, ...person }, pixels };
}

function storedPerson(person: KnownPerson | undefined): { readonly person?: StoredPerson } {
  if (!person) return {};
  const { kind, id, foundAt, ownerId } = person;
  return { person: { kind, id, foundAt, ...(ownerId !== undefined && { ownerId }) } };
}

/**
 * Whether a pane has read what another one has replaced by a save: `held` is what that one has stored. A picture without
 * metadata may be the one from before.
 */
export function isReplacedBy(held: StoredRecord | undefined, { answer, replaced }: StoredRecord, now: number): boolean {
  if (!held?.replaced || held.replaced.until <= now || replaced) return false;
  const { eTag } = held.replaced;
  if (answer.kind === 'none') return eTag === null;
  return answer.metadata === null || answer.metadata.eTag === eTag;
}
