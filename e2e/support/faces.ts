import type { Frame } from 'playwright-core';
import { colourOf, isNear, type Colour } from './pixels';
import type { Story } from './story';

/** A face that was drawn at some moment, and the name beside it. */
export interface Seen {
  readonly name: string;
  readonly colour: Colour;
  /** The colour is that of this person's photo on the service. */
  readonly right: boolean;
}

/** Looks at every frame the pane draws from now on: which name stands there, and what the picture's pixels are. */
export async function watchFaces({ page, control }: Story) {
  const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
  if (!frame) throw new Error('The window has no pane');
  await record(frame);
  return {
    async seen(): Promise<readonly Seen[]> {
      const entries = await frame.evaluate(() => [...(globalThis as unknown as { drawn: Set<string> }).drawn]);
      const addresses = new Map(control.people.map(({ name, address }) => [name, address]));
      return Promise.all(
        entries.map(async (entry) => {
          const [name = '', channels = ''] = entry.split('|');
          const colour = channels.split(',').map(Number);
          const held = await colourOf(await control.photo(addresses.get(name) ?? ''));
          return { name, colour, right: isNear(colour, held) };
        }),
      );
    },
  };
}

/** The first frame is drawn, and looked at, before this returns. */
function record(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    const drawn = new Set<string>();
    Object.assign(globalThis, { drawn });
    const canvas = new OffscreenCanvas(120, 120);
    const look = (): void => {
      const brush = canvas.getContext('2d', { willReadFrequently: true });
      for (const image of document.querySelectorAll<HTMLImageElement>('main img')) {
        // Beside whom it stands: the name in words, not the picture's own.
        const name = image.closest('section, button')?.querySelector('h2, [data-name]')?.textContent ?? '';
        if (image.naturalWidth === 0 || !brush) continue;
        brush.drawImage(image, 0, 0, 120, 120);
        drawn.add(`${name}|${[...brush.getImageData(60, 10, 1, 1).data.slice(0, 3)].join(',')}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}
