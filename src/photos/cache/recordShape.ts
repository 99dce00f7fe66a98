import { imageType } from '../api/imageType';
import type { KnownPerson } from '../api/person';
import { absenceReasons } from '../api/photoService';
import type { UseRow } from './database';
import type { StoredRecord } from './record';

// Other versions and other programs of this origin write to the same database: a row counts only in the form of today.

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const oneOf = (allowed: readonly unknown[]): Check => {
  return (value) => allowed.includes(value);
};
/** Passes `empty` too. */
const or = (empty: null | undefined, check: Check): Check => {
  return (value) => value === empty || check(value);
};
/** An object whose values pass the checks; it may have others. */
const fields = (checks: Readonly<Record<string, Check>>): Check => {
  const all = Object.entries(checks);
  return (value) =>
    typeof value === 'object' && value !== null && all.every(([name, check]) => check((value as typeof checks)[name]));
};

const kinds: readonly KnownPerson['kind'][] = ['me', 'colleague', 'guest', 'group', 'signInOff', 'contact'];

const isAbsence = fields({ kind: oneOf(['none']), reason: oneOf(absenceReasons) });
const isPhoto = fields({
  kind: oneOf(['photo']),
  type: isText,
  bytes: (value) => value instanceof ArrayBuffer && imageType(new Uint8Array(value)) !== null,
  pixels: (value) => typeof value === 'number' && value > 0,
  metadata: or(
    null,
    fields({ id: isText, width: isNumber, height: isNumber, contentType: isText, eTag: or(null, isText) }),
  ),
});
const isRecord = fields({
  readAt: isNumber,
  tenant: or(null, isText),
  answer: (value) => isAbsence(value) || isPhoto(value),
  person: or(undefined, fields({ kind: oneOf(kinds), id: isText, foundAt: isNumber, ownerId: or(undefined, isText) })),
  replaced: or(undefined, fields({ eTag: or(null, isText), until: isNumber })),
});
const isUse = fields({ whose: isText, usedAt: isNumber, readAt: isNumber, bytes: isNumber });

/** Whether a record is whole. `size`: bytes of its picture. */
export function isIntact(record: unknown, size: number | undefined): record is StoredRecord {
  if (!isRecord(record) || size === undefined) return false;
  const { answer } = record as StoredRecord;
  return answer.kind === 'none' || answer.bytes.byteLength === size;
}

/** Whether a row beside the records is whole. `key`: under which it is stored. */
export function isIntactUse(use: unknown, key: string): use is UseRow {
  return isUse(use) && (use as UseRow).key === key;
}
