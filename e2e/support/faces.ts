import type { Frame } from '@playwright/test';
import { colorOf, isNear, type Color } from './pixels';
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
      return Promise.all(
        entries.map(async (entry) => {
          const [name = '', channels = ''] = entry.split('|');
          const color = channels.split(',').map(Number);
          const held = await colorOf(await outlook.photo(addresses.get(name) ?? ''));
          return { name, color, right: isNear(color, held) };
        }),
      );
    },
  };
}

/** Resolves after the first frame was recorded. */
function record(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    const drawn = new Set<string>();
    Object.assign(globalThis, { drawn });
    const canvas = new OffscreenCanvas(120, 120);
    const look = (): void => {
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      for (const image of document.querySelectorAll<HTMLImageElement>('main img')) {
        // The name in the text beside it, not the picture's own.
        const name = image.closest('section, button')?.querySelector('h2, [data-name]')?.textContent ?? '';
        if (!image.complete || image.naturalWidth === 0 || !brush) continue;
        // A picture that cannot be drawn yet would leave the one before on the canvas.
        brush.clearRect(0, 0, 120, 120);
        brush.drawImage(image, 0, 0, 120, 120);
        const [red, green, blue, alpha] = brush.getImageData(60, 10, 1, 1).data;
        if (alpha === 255) drawn.add(`${name}|${[red, green, blue].join(',')}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
