import type { ImageEditor, PictureEdit } from '../../editor';
import type { PhotoResult } from '../../photos';
import { PhotoCutter } from './cutter';
import { Planner } from './planner';
import { limitsOf, newLineOf, type PlanRow, type PlanTask } from './planRow';

const area = { x: 10, y: 20, width: 50, height: 50 };

/** Makes a photo of each file whose bytes are those of the file, turned by so many degrees. */
const images: ImageEditor = {
  preload: () => Promise.resolve(),
  open: (file) => Promise.resolve({ width: 10, height: 12, preview: file }),
  bestCut: () => Promise.resolve({ area, hasFace: true }),
  render: () => Promise.resolve({ jpeg: new Blob(['by itself']), pixels: 10 }),
  close: () => undefined,
};

const held = { kind: 'photo', picture: new Blob(['by itself']), metadata: null } as unknown as PhotoResult;

const task: PlanTask = {
  person: { id: '1', displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mail: null },
  file: { path: 'ada.jpg', read: () => Promise.resolve(new Blob(['file'])) },
};

async function plan(): Promise<{ readonly planner: Planner; readonly row: () => PlanRow }> {
  const planner = new Planner(
    [task],
    {
      photos: { getPhoto: () => Promise.resolve(held), endPauses: () => undefined },
      writer: { isSame: async (one, other) => (await one.text()) === (await other.text()) },
    },
    new PhotoCutter(images),
  );
  planner.start();
  await new Promise<void>((resolve) => {
    planner.progress.subscribe(() => planner.progress.value.ready === 1 && resolve());
  });
  const row = (): PlanRow => {
    const [first] = planner.progress.value.rows;
    if (!first) throw new Error('No row');
    return first;
  };
  return { planner, row };
}

test('another cut of a row is compared with today’s photo again, and is what the run writes', async () => {
  const { planner, row } = await plan();
  expect(row()).toMatchObject({ kind: 'unchanged', cut: { edit: { area, rotation: 0, flipped: false } } });
  const edit: PictureEdit = { area, rotation: 90, flipped: false };
  const photo = new Blob(['turned']);
  await planner.recut(row(), { photo, edit });
  expect(row()).toMatchObject({ kind: 'replaced', firstKind: 'unchanged', cut: { photo, edit } });
  expect(newLineOf(row()).photo).toBe(photo);
  await planner.recut(row(), { photo: new Blob(['by itself']), edit });
  expect(row()).toMatchObject({ kind: 'unchanged', firstKind: 'unchanged' });
});

test('a person without a mailbox has the smaller limits of the directory', () => {
  const none = { kind: 'none', reason: 'noMailbox' } as unknown as PhotoResult;
  expect(limitsOf({ held: none }).bytes).toBeLessThan(limitsOf({ held }).bytes);
});
