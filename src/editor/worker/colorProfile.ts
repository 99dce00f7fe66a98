import { ascii, viewOf } from './bytes';

/** Of Display P3, as profiles give them: X of red and Y of green. */
const displayP3 = { redX: 0.515, greenY: 0.692 };

/** The other color spaces of cameras are further away. */
const tolerance = 0.01;

/** Whether a color profile has the primaries of Display P3; its name differs from program to program (ICC.1:2022, 7). */
export function hasDisplayP3Primaries(profile: Uint8Array): boolean {
  const [red, green] = [numbersOf(profile, 'rXYZ'), numbersOf(profile, 'gXYZ')];
  const isNear = (one = 0, other: number): boolean => Math.abs(one - other) < tolerance;
  return isNear(red[0], displayP3.redX) && isNear(green[1], displayP3.greenY);
}

/** X, Y and Z of a tag; none where the profile lacks it. */
function numbersOf(profile: Uint8Array, tag: string): readonly number[] {
  const view = viewOf(profile);
  const count = profile.length < 132 ? 0 : view.getUint32(128);
  for (let entry = 132; entry + 12 <= profile.length && entry < 132 + 12 * count; entry += 12) {
    if (ascii(profile, entry, 4) !== tag) continue;
    const at = view.getUint32(entry + 4) + 8;
    // Fixed-point numbers.
    return at + 12 > profile.length ? [] : [0, 4, 8].map((offset) => view.getInt32(at + offset) / 65_536);
  }
  return [];
}
