/** Object URLs that are kept although nothing draws them: enough for the faces of a few messages seen before. */
const unusedLimit = 60;

interface ObjectUrl {
  readonly url: string;
  /** Keeps the decoded picture in the browser's memory, so that the same URL is drawn at once. */
  readonly image: HTMLImageElement;
  users: number;
}

/** By picture, least recently acquired first. */
const objectUrls = new Map<Blob, ObjectUrl>();

/** Pixels of the longer side. A small file may hold a picture that needs gigabytes. */
const longestSide = 4096;

/**
 * Reads the size of a picture, then decodes it: browsers draw a damaged one in part. What was checked here is drawn at once.
 * @returns the pixels of its shorter side; 0 where it is damaged, or too large to be drawn.
 */
export async function shorterSide(picture: Blob): Promise<number> {
  const { image } = acquireObjectUrl(picture);
  try {
    // `decode` would read the pixels before the size is known.
    await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject }));
    const { naturalWidth, naturalHeight } = image;
    if (Math.max(naturalWidth, naturalHeight) > longestSide) return 0;
    (await createImageBitmap(picture)).close();
    return Math.min(naturalWidth, naturalHeight);
  } catch {
    // Whatever the reason, it cannot be drawn.
    return 0;
  } finally {
    releaseObjectUrl(picture);
  }
}

/** The object URL of a picture, shared by everything that draws it; each call needs one `releaseObjectUrl`. */
export function acquireObjectUrl(picture: Blob): ObjectUrl {
  const one = objectUrls.get(picture) ?? createObjectUrl(picture);
  one.users++;
  objectUrls.delete(picture);
  objectUrls.set(picture, one);
  return one;
}

/** Ends one use of a picture's object URL. The URL is revoked once 60 newer ones are unused too. */
export function releaseObjectUrl(picture: Blob): void {
  const one = objectUrls.get(picture);
  if (one) one.users--;
  const unused = [...objectUrls].filter(([, { users }]) => users === 0);
  for (const [old, { url }] of unused.slice(0, -unusedLimit)) {
    objectUrls.delete(old);
    URL.revokeObjectURL(url);
  }
}

function createObjectUrl(picture: Blob): ObjectUrl {
  const url = URL.createObjectURL(picture);
  const image = new Image();
  image.src = url;
  return { url, image, users: 0 };
}
