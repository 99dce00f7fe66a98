import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import sharp from 'sharp';
import { objectId, people, type Someone } from './people';

/** Sizes that the service makes of an upload, in pixels. */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

export interface StoredPhoto {
  readonly pixels: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly eTag: string;
}

/** Photos in a folder, one JPEG for each person, as it was uploaded. */
export interface PhotoStore {
  /** All sizes of somebody's photo, the smallest first; empty where there is none. */
  sizesOf(who: Someone): Promise<readonly StoredPhoto[]>;
}

/** Opens the folder; where a person's photo is missing it is drawn (Open Peeps by Pablo Stanley, CC0). */
export async function openStore(folder: string): Promise<PhotoStore> {
  await mkdir(folder, { recursive: true });
  const made = new Map<string, readonly StoredPhoto[]>();
  return {
    async sizesOf(who) {
      if (who.photo === undefined) return [];
      const known = made.get(who.address) ?? (await allSizes(await upload(folder, who, who.photo)));
      made.set(who.address, known);
      return known;
    },
  };
}

async function upload(folder: string, who: Someone, pixels: number): Promise<Buffer> {
  const file = join(folder, `${objectId(who)}.jpg`);
  try {
    return await readFile(file);
  } catch {
    const drawn = await draw(who, pixels);
    await writeFile(file, drawn);
    return drawn;
  }
}

/** Each on a colour of their own, so that faces can be told apart by their pixels. */
function draw(who: Someone, pixels: number): Promise<Buffer> {
  const hue = Math.round((people.indexOf(who) * 360) / people.length);
  const { data } = { data: createAvatar(openPeeps, { seed: who.address, size: pixels, scale: 80 }).toString() };
  return sharp(Buffer.from(data))
    .resize(pixels, pixels)
    .flatten({ background: rgb(hue) })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A pale colour of a hue in degrees. */
function rgb(hue: number): { r: number; g: number; b: number } {
  const channel = (offset: number): number => Math.round(190 + 60 * Math.cos(((hue + offset) * Math.PI) / 180));
  return { r: channel(0), g: channel(120), b: channel(240) };
}

/** A size larger than the upload does not exist. */
async function allSizes(original: Buffer): Promise<readonly StoredPhoto[]> {
  const { width } = await sharp(original).metadata();
  const smaller = sizes.filter((size) => size <= width);
  return Promise.all(smaller.map(async (pixels) => stored(pixels, await resized(original, pixels))));
}

function resized(original: Buffer, pixels: number): Promise<Buffer> {
  return sharp(original).resize(pixels, pixels).jpeg({ quality: 90 }).toBuffer();
}

function stored(pixels: number, jpeg: Buffer): StoredPhoto {
  const eTag = `"${createHash('sha256').update(jpeg).digest('hex').slice(0, 8).toUpperCase()}"`;
  return { pixels, bytes: new Uint8Array(jpeg), eTag };
}
