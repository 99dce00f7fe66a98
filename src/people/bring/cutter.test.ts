import type { ImageEditor } from '../../editor';
import { PhotoCutter } from './cutter';

const limits = { pixels: 648, bytes: 1 };
const aroundFace = { x: 10, y: 20, width: 50, height: 50 };
const jpeg = new Blob(['jpeg']);

/** An editor of pictures of a size. A file whose text is `bad` cannot be used. `steps`: what is asked of it. */
function editorOf(width: number, height: number, steps: string[]): ImageEditor {
  return {
    preload: () => Promise.resolve(),
    open: async (file) => {
      const text = await file.text();
      steps.push(`open ${text}`);
      if (text === 'bad') throw new Error('bad');
      return { width, height, preview: file };
    },
    bestCut: () => Promise.resolve({ area: aroundFace, hasFace: true }),
    render: () => {
      steps.push('render');
      return Promise.resolve({ jpeg, pixels: 10 });
    },
    close: () => undefined,
  };
}

test('one file is cut after the other, also after one that cannot be used', async () => {
  const steps: string[] = [];
  const cutter = new PhotoCutter(editorOf(480, 640, steps));
  const cuts = ['one', 'bad', 'two'].map((text) => cutter.cut(new Blob([text]), limits));
  const kinds = (await Promise.allSettled(cuts)).map(({ status }) => status);
  expect(kinds).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(steps).toEqual(['open one', 'render', 'open bad', 'open two', 'render']);
});

const whole = { x: 0, y: 0, width: 100, height: 100 };

test.each([
  [648, 648, whole, 'as a backup has it'],
  [96, 96, whole, 'small'],
  [649, 649, aroundFace, 'larger than any photo of the service'],
  [480, 640, aroundFace, 'not square'],
])('a picture of %i x %i is cut to %o: %s', async (width, height, area) => {
  const cutter = new PhotoCutter(editorOf(width, height, []));
  const { photo, edit } = await cutter.cut(new Blob(['one']), limits);
  expect(photo).toBe(jpeg);
  expect(edit.area).toEqual(area);
});
