import sharp from 'sharp';

/** Red, green and blue, each 0 to 255. */
export type Color = readonly number[];

/** An area at the top of a face of 120 x 120 pixels, inside its circle. */
export const area = { left: 40, top: 8, width: 8, height: 8 };

/**
 * The color at the top of a face: each person of the sandbox has a different one. The mean of an area, which is the same
 * in a small face and a large one.
 */
export async function colorOf(picture: Buffer): Promise<Color> {
  const face = await sharp(picture).resize(120, 120).removeAlpha().png().toBuffer();
  const { channels } = await sharp(await sharp(face).extract(area).toBuffer()).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

/** Whether two colors differ by no more than scaling and compression change. */
export function isNear(one: Color, other: Color): boolean {
  return one.length === other.length && one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) < 12);
}
