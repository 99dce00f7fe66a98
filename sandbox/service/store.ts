import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAvatar } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import sharp from 'sharp';
import { objectId, people, type Person } from './people';

/** Sizes that the service makes from an upload, in pixels. */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

export interface StoredPhoto {
  readonly pixels: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly eTag: string;
}

/** Photos in a folder, one uploaded JPEG for each person; an empty file stands for a removed photo. */
export interface PhotoStore {
  /** All sizes of a person's photo, the smallest first; empty if there is none. */
  sizesOf(who: Person): Promise<readonly StoredPhoto[]>;
  /** The upload, unchanged; null if there is none. */
  originalOf(who: Person): Promise<Buffer | null>;
  /** Stores an upload; reads return it from `visibleAt` on, milliseconds since 1970. */
  put(who: Person, jpeg: Buffer, visibleAt: number): Promise<void>;
  remove(who: Person): Promise<void>;
  /** Undoes all changes since the start. */
  reset(): Promise<void>;
}

interface Shown {
  readonly sizes: readonly StoredPhoto[];
  readonly next?: { readonly sizes: readonly StoredPhoto[]; readonly visibleAt: number };
}

/** Opens the folder; a missing photo is drawn (Open Peeps by Pablo Stanley, CC0). */
export async function openStore(folder: string): Promise<PhotoStore> {
  await mkdir(folder, { recursive: true });
  const shown = new Map<string, Shown>();
  const changed = new Set<Person>();
  const fileOf = (who: Person): string => join(folder, `${objectId(who)}.jpg`);

  const original = async (who: Person): Promise<Buffer | null> => {
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

  const current = async (who: Person): Promise<readonly StoredPhoto[]> => {
    const known = shown.get(who.address) ?? { sizes: await allSizes(await original(who)) };
    const isDue = known.next !== undefined && known.next.visibleAt <= Date.now();
    const now = isDue ? { sizes: known.next.sizes } : known;
    shown.set(who.address, now);
    return now.sizes;
  };

  const replace = async (who: Person, jpeg: Buffer | null, visibleAt: number): Promise<void> => {
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

/** Number of backgrounds that tests can distinguish; numbered colleagues share them. */
const hues = 19;

/** Draws a face on the background of this person. */
function draw(who: Person, pixels: number): Promise<Buffer> {
  const hue = Math.round(((people.indexOf(who) % hues) * 360) / hues);
  const svg = createAvatar(openPeeps, { seed: who.address, size: pixels, scale: 80 }).toString();
  return sharp(Buffer.from(svg))
    .resize(pixels, pixels)
    .flatten({ background: rgb(hue) })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A pale color; hue in degrees. */
function rgb(hue: number): { r: number; g: number; b: number } {
  const channel = (offset: number): number => Math.round(190 + 60 * Math.cos(((hue + offset) * Math.PI) / 180));
  return { r: channel(0), g: channel(120), b: channel(240) };
}

/** Sizes larger than the upload do not exist. */
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
