import { imageType } from '../api/imageType';
import { absenceReasons, type NoPhoto, type PhotoMetadata } from '../api/photoService';
import type { Copy, ReplacedPhoto } from './copy';

/** A copy as the database stores it. */
export interface StoredRecord {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly answer: NoPhoto | StoredPhoto;
  readonly replaced?: ReplacedPhoto;
}

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
  const base = { readAt, tenant, ...(replaced && { replaced }) };
  if (result.kind === 'none') return { ...base, answer: result };
  const { picture, metadata } = result;
  const bytes = await picture.arrayBuffer();
  return { ...base, answer: { kind: 'photo', type: picture.type, bytes, pixels, metadata } };
}

/** The copy in a record, for the session that reads it. */
export function copyIn({ answer, readAt, tenant }: StoredRecord, session: number): Copy {
  const base = { readAt, tenantId: tenant, session, origin: 'cache' } as const;
  if (answer.kind === 'none') return { ...base, result: answer, pixels: Infinity };
  const { bytes, type, metadata, pixels } = answer;
  return { ...base, result: { kind: 'photo', picture: new Blob([bytes], { type }), metadata }, pixels };
}

/** Whether a record is whole: another version may have written it, or it was cut short. `size`: bytes of its picture. */
export function isIntact(record: Partial<StoredRecord> | undefined, size: number | undefined): record is StoredRecord {
  if (typeof record?.readAt !== 'number' || !record.answer || size === undefined) return false;
  const { answer } = record;
  if (answer.kind === 'none') return absenceReasons.includes(answer.reason);
  const bytes: unknown = answer.bytes;
  return bytes instanceof ArrayBuffer && bytes.byteLength === size && imageType(new Uint8Array(bytes)) !== null;
}
