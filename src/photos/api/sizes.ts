/** Sizes that the services hold, in pixels, all square (`docs/photo-api.md`, section 2). */
const sizesHeld = [48, 64, 96, 120, 240, 360, 432, 504, 648];

/** The smallest size that covers `pixels`, as the services write it; null where only the largest covers it. */
export function sizeFor(pixels: number | undefined): string | null {
  const size = pixels === undefined ? undefined : sizesHeld.find((one) => one >= pixels);
  return size === undefined ? null : `${size}x${size}`;
}

/**
 * The largest upload that the service accepts, in pixels and bytes: `mailbox` for people with one, `directory` for people
 * whose photo is stored in the directory (`docs/photo-api.md`, upload).
 */
export const uploadLimits = {
  mailbox: { pixels: 648, bytes: 4 * 1024 * 1024 },
  directory: { pixels: 360, bytes: 100_000 },
} as const;
