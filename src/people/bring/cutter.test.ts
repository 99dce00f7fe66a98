import type { ImageEditor } from '../../editor';
import { PhotoCutter } from './cutter';

test('one file is cut after the other, also after one that cannot be used', async () => {
  const steps: string[] = [];
  const area = { x: 10, y: 20, width: 50, height: 50 };
  const editor: ImageEditor = {
    preload: () => Promise.resolve(),
    open: async (file) => {
      const text = await file.text();
      steps.push(`open ${text}`);
      if (text === 'bad') throw new Error('bad');
      return { width: 10, height: 10, preview: file };
    },
    bestCut: async () => {
      await Promise.resolve();
      return { area, hasFace: true };
    },
    render: async (edit) => {
      await Promise.resolve();
      expect(edit.area).toEqual(area);
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
