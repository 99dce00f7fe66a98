import fc from 'fast-check';
import { copyIn, type StoredRecord } from './record';
import { isIntact, isIntactUse } from './recordShape';

const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0).buffer;
const metadata = { id: '240X240', width: 240, height: 240, contentType: 'image/jpeg', eTag: null };
const photo = {
  readAt: 1,
  tenant: 't',
  answer: { kind: 'photo', type: 'image/jpeg', bytes, pixels: 120, metadata },
  person: { kind: 'colleague', id: 'i', foundAt: 1 },
  replaced: { eTag: '"1"', until: 2 },
};
const absence = { readAt: 1, tenant: null, answer: { kind: 'none', reason: 'notSet' } };

/** Every path to a value in an object. */
function pathsOf(value: unknown, before: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof ArrayBuffer) return [before];
  return [before, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...before, key]))];
}

/** A copy of an object with the value at a path replaced. */
function withValue(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const fields = target as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}

/** What is drawn or computed with: every number is finite, apart from the largest size, and every text is one. */
function expectDrawable(record: StoredRecord): void {
  const { result, readAt, pixels, tenantId } = copyIn(record, 0);
  expect([readAt].every(Number.isFinite) && pixels > 0).toBe(true);
  expect(tenantId === null || typeof tenantId === 'string').toBe(true);
  if (result.kind === 'photo') {
    expect(result.picture.type).toMatch(/^image\/(jpeg|png|gif|webp)$/);
    if (result.metadata)
      expect(`${result.metadata.width} x ${result.metadata.height}`).toMatch(/^[-\d.e+]+ x [-\d.e+]+$/);
  } else {
    expect(result.reason).toMatch(/^[a-zA-Z]+$/);
  }
  if (result.person)
    expect(`${result.person.kind} ${result.person.id} ${result.person.foundAt}`).not.toMatch(/undefined|NaN/);
}

test('records of today are intact, with the largest size and without what is optional', () => {
  const { readAt, tenant, answer } = photo;
  const plain = { readAt, tenant, answer };
  for (const record of [photo, plain, withValue(photo, ['answer', 'pixels'], Infinity)]) {
    expect(isIntact(record, 4)).toBe(true);
  }
  expect(isIntact(withValue(photo, ['answer', 'metadata'], null), 4)).toBe(true);
  expect(isIntact(absence, 0)).toBe(true);
  expect(isIntact(absence, undefined)).toBe(false);
});

test('a value of another type, anywhere in a record, makes it a miss', () => {
  const others: readonly unknown[] = [NaN, {}, [], true, Symbol('other')];
  for (const [record, size] of [
    [photo, 4],
    [absence, 0],
  ] as const) {
    for (const path of pathsOf(record)) {
      for (const other of others) {
        expect([path.join('.'), other, isIntact(withValue(record, path, other), size)]).toEqual([
          path.join('.'),
          other,
          false,
        ]);
      }
    }
  }
});

test('bytes that are no picture make a record a miss', () => {
  const drawing = new TextEncoder().encode('<svg').buffer;
  expect(isIntact(withValue(photo, ['answer', 'bytes'], drawing), 4)).toBe(false);
});

test('whatever is stored, an intact record can be drawn', () => {
  const changes = fc.record({
    base: fc.constantFrom(photo, absence),
    at: fc.nat(),
    value: fc.oneof(fc.anything(), fc.double(), fc.string()),
  });
  fc.assert(
    fc.property(changes, ({ base, at, value }) => {
      const paths = pathsOf(base);
      const changed = withValue(base, paths[at % paths.length] ?? [], value);
      if (isIntact(changed, 4)) expectDrawable(changed);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(fc.property(fc.anything(), (value) => !isIntact(value, 4)));
});

test('a row counts under its own key, with finite numbers', () => {
  const use = { key: 'k', whose: 'me', usedAt: 1, readAt: 1, bytes: 4 };
  expect(isIntactUse(use, 'k')).toBe(true);
  expect(isIntactUse(use, 'other')).toBe(false);
  for (const key of Object.keys(use)) expect(isIntactUse({ ...use, [key]: NaN }, 'k')).toBe(false);
  fc.assert(fc.property(fc.anything(), (value) => !isIntactUse(value, 'k')));
});
