import { imageType } from '../api/imageType';
import type { KnownPerson } from '../api/person';
import { absenceReasons, type AbsenceReason, type PhotoMetadata } from '../api/photoService';
import type { Copy, ReplacedPhoto } from './copy';

/** A copy as the database stores it. */
export interface StoredRecord {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly answer: StoredAbsence | StoredPhoto;
  /** Absent where the address itself was accepted. Without addresses: they are personal. */
  readonly person?: StoredPerson;
  readonly replaced?: ReplacedPhoto;
}

interface StoredAbsence {
  readonly kind: 'none';
  readonly reason: AbsenceReason;
}

type StoredPerson = Omit<KnownPerson, 'addresses'>;

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
  const { bytes, type, metadata, pixels } = answer;
  return { ...base, result: { kind: 'photo', picture: new Blob([bytes], { type }), metadata, ...person }, pixels };
}

function storedPerson(person: KnownPerson | undefined): { readonly person?: StoredPerson } {
  if (!person) return {};
  const { kind, id, foundAt, ownerId } = person;
  return { person: { kind, id, foundAt, ...(ownerId !== undefined && { ownerId }) } };
}

/** Whether a record is whole: another version may have written it, or it was cut short. `size`: bytes of its picture. */
export function isIntact(record: Partial<StoredRecord> | undefined, size: number | undefined): record is StoredRecord {
  if (typeof record?.readAt !== 'number' || !record.answer || size === undefined) return false;
  const { answer, person } = record;
  if (person && (typeof person.id !== 'string' || typeof person.foundAt !== 'number')) return false;
  if (answer.kind === 'none') return absenceReasons.includes(answer.reason);
  const bytes: unknown = answer.bytes;
  return bytes instanceof ArrayBuffer && bytes.byteLength === size && imageType(new Uint8Array(bytes)) !== null;
}
