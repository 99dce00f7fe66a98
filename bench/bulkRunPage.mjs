// The page of bulkRun.mjs: pictures through the editor's worker, then a run over them, with the modules of the add-in.
import { AccountCache, createPhotoService, openPhotoCache, uploadLimits } from '../src/photos';
import { createPhotoWriter, openJournal, openRun } from '../src/bulk';
import { createImageEditor } from '../src/editor';
import { createHttpClient } from '../src/http';
import { observable } from '../src/base';

/** As the administrators' page cuts: the largest square, upper middle. */
function squareIn({ width, height }) {
  const side = Math.min(width, height);
  const [partX, partY] = [(100 * side) / width, (100 * side) / height];
  return { x: (100 - partX) / 2, y: (100 - partY) / 4, width: partX, height: partY };
}

globalThis.prepare = async ({ serviceUrl, token, people, pictures }) => {
  const files = await Promise.all(pictures.map(async (url) => (await fetch(url)).blob()));
  const editor = createImageEditor();
  const journal = await openJournal('bench');
  const started = performance.now();
  const lines = async function* () {
    for (const [index, person] of people.entries()) {
      const picture = await editor.open(files[index % files.length]);
      const edit = { area: squareIn(picture), rotation: 0, flipped: false };
      const { jpeg } = await editor.render(edit, uploadLimits.mailbox);
      yield { person, file: `${index}.jpg`, photo: jpeg };
    }
  };
  const { id } = await journal.create({ account: 'alex@contoso.com', kind: 'save' }, lines());
  editor.close();
  const http = createHttpClient(serviceUrl);
  const service = createPhotoService({ service: 'graph', serviceUrl, http, accessToken: async () => token });
  const account = observable({ address: 'alex@contoso.com', tenantId: null });
  const writer = createPhotoWriter(service, new AccountCache(openPhotoCache(), serviceUrl, account));
  globalThis.run = await openRun(journal, id, writer);
  return performance.now() - started;
};

globalThis.runAll = async () => {
  const started = performance.now();
  await globalThis.run.start();
  return { milliseconds: performance.now() - started, progress: globalThis.run.progress.value };
};
