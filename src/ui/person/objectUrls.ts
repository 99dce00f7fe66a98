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

/** The object URL of a picture, shared by everything that draws it; each call needs one `releaseObjectUrl`. */
export function acquireObjectUrl(picture: Blob): string {
  const one = objectUrls.get(picture) ?? createObjectUrl(picture);
  one.users++;
  objectUrls.delete(picture);
  objectUrls.set(picture, one);
  return one.url;
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
