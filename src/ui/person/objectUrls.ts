/** How many pictures stay ready that nobody draws right now. */
const ready = 60;

interface Held {
  readonly address: string;
  /** Keeps the browser from forgetting what it has loaded: the same address is then drawn at once. */
  readonly image: HTMLImageElement;
  users: number;
}

/** In the order of their last use. */
const held = new Map<Blob, Held>();

/** The address that draws a picture; the same one for all who draw it. Give it back with `releaseObjectUrl`. */
export function acquireObjectUrl(picture: Blob): string {
  const one = held.get(picture) ?? hold(picture);
  one.users++;
  held.delete(picture);
  held.set(picture, one);
  return one.address;
}

/** Says that a picture is no longer drawn here. It stays ready for a while, for whoever comes back to the person. */
export function releaseObjectUrl(picture: Blob): void {
  const one = held.get(picture);
  if (one) one.users--;
  const unused = [...held].filter(([, { users }]) => users === 0);
  for (const [old, { address }] of unused.slice(0, -ready)) {
    held.delete(old);
    URL.revokeObjectURL(address);
  }
}

function hold(picture: Blob): Held {
  const address = URL.createObjectURL(picture);
  const image = new Image();
  image.src = address;
  return { address, image, users: 0 };
}
