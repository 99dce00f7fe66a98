/** Sizes that the services hold, in pixels, squares all (photo-api.md, section 2). */
const held = [48, 64, 96, 120, 240, 360, 432, 504, 648];

/** The smallest size that covers `pixels`, written as the services do; null where only the largest will do. */
export function sizeFor(pixels: number | undefined): string | null {
  const size = pixels === undefined ? undefined : held.find((one) => one >= pixels);
  return size === undefined ? null : `${size}x${size}`;
}
