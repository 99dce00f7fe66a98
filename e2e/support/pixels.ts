import sharp from 'sharp';

export type Colour = readonly number[];

/** The colour at the top of a face, inside its circle: each person of the sandbox has one of their own. */
export async function colourOf(picture: Buffer): Promise<Colour> {
  const { data } = await sharp(picture).resize(120, 120).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (10 * 120 + 60) * 3;
  return [...data.subarray(at, at + 3)];
}

/** Alike but for what scaling and compression change. */
export function isNear(one: Colour, other: Colour): boolean {
  return one.length === other.length && one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) < 12);
}
