import type { ImageEditor } from '../../editor';
import { PhotoCutter, squareIn } from './cutter';

test.each([
  [
    { width: 600, height: 800 },
    { x: 0, y: 6.25, width: 100, height: 75 },
  ],
  [
    { width: 800, height: 600 },
    { x: 12.5, y: 0, width: 75, height: 100 },
  ],
  [
    { width: 500, height: 500 },
    { x: 0, y: 0, width: 100, height: 100 },
  ],
])('%o is cut at %o', (size, area) => {
  expect(squareIn(size)).toEqual(area);
});

test('one file is cut after the other, also after one that cannot be used', async () => {
  const steps: string[] = [];
  const editor: ImageEditor = {
    preload: () => Promise.resolve(),
    open: async (file) => {
      const text = await file.text();
      steps.push(`open ${text}`);
      if (text === 'bad') throw new Error('bad');
      return { width: 10, height: 10, preview: file };
    },
    render: async () => {
      await Promise.resolve();
      steps.push('render');
      return { jpeg: new Blob(['jpeg']), pixels: 10 };
    },
    close: () => undefined,
  };
  const cutter = new PhotoCutter(editor);
  const limits = { pixels: 648, bytes: 1 };
  const cuts = ['one', 'bad', 'two'].map((text) => cutter.cut(new Blob([text]), limits));
  const kinds = (await Promise.allSettled(cuts)).map(({ status }) => status);
  expect(kinds).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(steps).toEqual(['open one', 'render', 'open bad', 'open two', 'render']);
});
