import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** Photos in a folder, one JPEG for each person, as it was uploaded; an empty file where one was removed. */
export interface PhotoStore {
  /** All sizes of somebody's photo, the smallest first; empty where there is none. */
  sizesOf(who: Someone): Promise<readonly StoredPhoto[]>;
  /** The upload as it came; null where there is none. */
  originalOf(who: Someone): Promise<Buffer | null>;
  /** Keeps an upload; readers see it only at `visibleAt`, milliseconds since 1970. */
  put(who: Someone, jpeg: Buffer, visibleAt: number): Promise<void>;
  remove(who: Someone): Promise<void>;
  /** Forgets what was set and removed since the start. */
  reset(): Promise<void>;
}

interface Shown {
  readonly sizes: readonly StoredPhoto[];
  readonly next?: { readonly sizes: readonly StoredPhoto[]; readonly visibleAt: number };
}

/** Opens the folder; where a person's photo is missing it is drawn (Open Peeps by Pablo Stanley, CC0). */
export async function openStore(folder: string): Promise<PhotoStore> {
  await mkdir(folder, { recursive: true });
  const shown = new Map<string, Shown>();
  const changed = new Set<Someone>();
  const fileOf = (who: Someone): string => join(folder, `${objectId(who)}.jpg`);

  const original = async (who: Someone): Promise<Buffer | null> => {
    try {
      const kept = await readFile(fileOf(who));
      return kept.length > 0 ? kept : null;
    } catch {
      if (who.photo === undefined) return null;
      const drawn = await draw(who, who.photo);
      await writeFile(fileOf(who), drawn);
      return drawn;
    }
  };

  const current = async (who: Someone): Promise<readonly StoredPhoto[]> => {
    const known = shown.get(who.address) ?? { sizes: await allSizes(await original(who)) };
    const isDue = known.next !== undefined && known.next.visibleAt <= Date.now();
    const now = isDue ? { sizes: known.next.sizes } : known;
    shown.set(who.address, now);
    return now.sizes;
  };

  const replace = async (who: Someone, jpeg: Buffer | null, visibleAt: number): Promise<void> => {
    const before = await current(who);
    changed.add(who);
    await writeFile(fileOf(who), jpeg ?? '');
    shown.set(who.address, { sizes: before, next: { sizes: await allSizes(jpeg), visibleAt } });
  };

  return {
    sizesOf: current,
    originalOf: original,
    put: replace,
    remove: (who) => replace(who, null, Date.now()),
    async reset() {
      for (const who of changed) {
        await rm(fileOf(who), { force: true });
        shown.delete(who.address);
      }
      changed.clear();
    },
  };
}

/** So many colours can be told apart by the pixels of a face; in a crowd they come again. */
const hues = 19;

/** Each on a colour of their own. */
function draw(who: Someone, pixels: number): Promise<Buffer> {
  const hue = Math.round(((people.indexOf(who) % hues) * 360) / hues);
  const svg = createAvatar(openPeeps, { seed: who.address, size: pixels, scale: 80 }).toString();
  return sharp(Buffer.from(svg))
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
async function allSizes(original: Buffer | null): Promise<readonly StoredPhoto[]> {
  if (!original) return [];
  const { width, height } = await sharp(original).metadata();
  const smaller = sizes.filter((size) => size <= Math.min(width, height));
  return Promise.all(smaller.map(async (pixels) => stored(pixels, await resized(original, pixels))));
}

function resized(original: Buffer, pixels: number): Promise<Buffer> {
  return sharp(original).resize(pixels, pixels).jpeg({ quality: 90 }).toBuffer();
}

function stored(pixels: number, jpeg: Buffer): StoredPhoto {
  const eTag = `"${createHash('sha256').update(jpeg).digest('hex').slice(0, 8).toUpperCase()}"`;
  return { pixels, bytes: new Uint8Array(jpeg), eTag };
}
