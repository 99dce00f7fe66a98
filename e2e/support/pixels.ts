import sharp from 'sharp';

/** Red, green and blue, each 0 to 255. */
export type Color = readonly number[];

/** The color at the top of a face, inside its circle: each person of the sandbox has a different one. */
export async function colorOf(picture: Buffer): Promise<Color> {
  const { data } = await sharp(picture).resize(120, 120).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (10 * 120 + 60) * 3;
  return [...data.subarray(at, at + 3)];
}

/** Whether two colors differ by no more than scaling and compression change. */
export function isNear(one: Color, other: Color): boolean {
  return one.length === other.length && one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) < 12);
}
