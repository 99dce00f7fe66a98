import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { backgroundOf, drawFace } from './drawFace';

/** Sizes that the service makes from an upload, in pixels. */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

export interface StoredPhoto {
  readonly pixels: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly eTag: string;
}

/** Whose photo it is: a user, a group or a contact. */
export interface PhotoOwner {
  readonly id: string;
  /** The drawn face depends on this text. */
  readonly seed: string;
  /** Index of the background among those that tests can distinguish. */
  readonly hue: number;
  /** Width and height of the drawn photo in pixels; undefined: no photo. */
  readonly photo?: number | undefined;
  /** Whose drawn photo stands for this one's until another is uploaded. */
  readonly drawn?: PhotoOwner;
}

/** Photos in a folder, one uploaded JPEG for each owner; an empty file stands for a removed photo. */
export interface PhotoStore {
  /** All sizes of a photo, the smallest first; empty if there is none. */
  sizesOf(owner: PhotoOwner): Promise<readonly StoredPhoto[]>;
  /** The upload, unchanged; null if there is none. */
  originalOf(owner: PhotoOwner): Promise<Buffer | null>;
  /** Stores an upload; reads return it from `visibleAt` on, milliseconds since 1970. */
  put(owner: PhotoOwner, jpeg: Buffer, visibleAt: number): Promise<void>;
  remove(owner: PhotoOwner): Promise<void>;
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
  const changed = new Map<string, PhotoOwner>();
  const fileOf = (owner: PhotoOwner): string => join(folder, `${owner.id}.jpg`);

  const original = async (owner: PhotoOwner): Promise<Buffer | null> => {
    try {
      const kept = await readFile(fileOf(owner));
      return kept.length > 0 ? kept : null;
    } catch {
      if (owner.photo === undefined) return null;
      if (owner.drawn) return original(owner.drawn);
      const drawn = await draw(owner, owner.photo);
      await writeFile(fileOf(owner), drawn);
      return drawn;
    }
  };

  const firstSizes = async (owner: PhotoOwner): Promise<readonly StoredPhoto[]> => {
    const isShared = owner.drawn !== undefined && !(await exists(fileOf(owner)));
    return isShared ? current(owner.drawn) : allSizes(await original(owner));
  };

  const current = async (owner: PhotoOwner): Promise<readonly StoredPhoto[]> => {
    const known = shown.get(owner.id) ?? { sizes: await firstSizes(owner) };
    const isDue = known.next !== undefined && known.next.visibleAt <= Date.now();
    const now = isDue ? { sizes: known.next.sizes } : known;
    shown.set(owner.id, now);
    return now.sizes;
  };

  const replace = async (owner: PhotoOwner, jpeg: Buffer | null, visibleAt: number): Promise<void> => {
    const before = await current(owner);
    changed.set(owner.id, owner);
    await writeFile(fileOf(owner), jpeg ?? '');
    shown.set(owner.id, { sizes: before, next: { sizes: await allSizes(jpeg), visibleAt } });
  };

  return {
    sizesOf: current,
    originalOf: original,
    put: replace,
    remove: (owner) => replace(owner, null, Date.now()),
    async reset() {
      for (const owner of changed.values()) {
        await rm(fileOf(owner), { force: true });
        shown.delete(owner.id);
      }
      changed.clear();
    },
  };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Draws a face on the background of its owner. */
function draw({ seed, hue }: PhotoOwner, pixels: number): Promise<Buffer> {
  return drawFace(seed, pixels)
    .flatten({ background: backgroundOf(hue) })
    .jpeg({ quality: 90 })
    .toBuffer();
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
