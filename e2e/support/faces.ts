import type { Frame } from '@playwright/test';
import { area, colorOf, isNear, type Color } from './pixels';
import type { Outlook } from './outlook';

/** A face that was drawn in some frame, and the name beside it. */
export interface DrawnFace {
  readonly name: string;
  readonly color: Color;
  /** The color is that of this person's photo on the service. */
  readonly right: boolean;
}

/** Records, in every frame that the pane draws from now on, each name and the color of the picture beside it. */
export async function watchFaces(outlook: Outlook) {
  const frame = outlook.page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('There is no pane in the window');
  await record(frame);
  return {
    async drawn(): Promise<readonly DrawnFace[]> {
      const entries = await frame.evaluate(() => [...(globalThis as unknown as { drawn: Set<string> }).drawn]);
      const addresses = new Map((await outlook.control.people()).map(({ name, address }) => [name, address]));
      const held = new Map<string, Color | null>();
      const faces: DrawnFace[] = [];
      for (const entry of entries) {
        const [name = '', channels = ''] = entry.split('|');
        const color = channels.split(',').map(Number);
        // Where a person was looked up, the address is the name.
        if (!held.has(name)) held.set(name, await heldColor(outlook, addresses.get(name) ?? name));
        faces.push({ name, color, right: isNear(color, held.get(name) ?? []) });
      }
      return faces;
    },
  };
}

/** The color of a person's photo on the service; null without one. */
async function heldColor(outlook: Outlook, address: string): Promise<Color | null> {
  const picture = await outlook.photo(address);
  // A JPEG; the service describes in JSON why there is none.
  return picture[0] === 0xff ? colorOf(picture) : null;
}

/** Resolves after the first frame was recorded. */
function record(frame: Frame): Promise<void> {
  return frame.evaluate(({ left, top, width, height }) => {
    const drawn = new Set<string>();
    Object.assign(globalThis, { drawn });
    const canvas = new OffscreenCanvas(120, 120);
    const look = (): void => {
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      for (const image of document.querySelectorAll<HTMLImageElement>('main img')) {
        // The name in the text beside it, not the picture's own.
        const name = image.closest('section, button')?.querySelector('[data-name]')?.textContent ?? '';
        if (!image.complete || image.naturalWidth === 0 || !brush) continue;
        // A picture that cannot be drawn yet would leave the one before on the canvas.
        brush.clearRect(0, 0, 120, 120);
        brush.drawImage(image, 0, 0, 120, 120);
        const pixels = brush.getImageData(left, top, width, height).data;
        const mean = (channel: number): number =>
          Math.round(
            (pixels.filter((_value, index) => index % 4 === channel).reduce((sum, one) => sum + one, 0) /
              pixels.length) *
              4,
          );
        if (mean(3) === 255) drawn.add(`${name}|${[0, 1, 2].map(mean).join(',')}`);
      }
      requestAnimationFrame(look);
    };
    look();
  }, area);
}
