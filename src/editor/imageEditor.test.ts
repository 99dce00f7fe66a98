import { createImageEditor } from './imageEditor';
import type { WorkerRequest, WorkerResponse } from './worker/protocol';

const edit = { area: { x: 0, y: 0, width: 100, height: 100 }, rotation: 0, flipped: false };
const limits = { pixels: 648, bytes: 1_000_000 };
const picture = { width: 64, height: 48, preview: new Blob() };
const photo = { jpeg: new Blob(), pixels: 48 };

let workers: FakeWorker[];

/** Records its requests; responds when a test calls `respond`. */
class FakeWorker extends EventTarget {
  onmessage: ((event: { data: WorkerResponse }) => void) | null = null;
  readonly requests: WorkerRequest[] = [];
  isTerminated = false;

  constructor() {
    super();
    workers.push(this);
  }
  postMessage(request: WorkerRequest): void {
    this.requests.push(request);
    if (request.kind === 'open') {
      const opened = { id: request.id, kind: 'opened', picture } as const;
      queueMicrotask(() => this.onmessage?.({ data: opened }));
    }
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  workers = [];
  Object.assign(globalThis, { Worker: FakeWorker });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'Worker'));

test('open and render use one worker', async () => {
  const editor = createImageEditor();
  await expect(editor.open(new Blob())).resolves.toBe(picture);
  const rendering = editor.render(edit, limits);
  workers[0]?.onmessage?.({ data: { id: 2, kind: 'rendered', photo } });
  await expect(rendering).resolves.toBe(photo);
  expect(workers.map(({ requests }) => requests.map(({ kind }) => kind))).toEqual([['open', 'render']]);
});

test('the best cut is that of the opened picture', async () => {
  const editor = createImageEditor();
  await editor.open(new Blob());
  const cutting = editor.bestCut();
  const cut = { area: edit.area, hasFace: true };
  workers[0]?.onmessage?.({ data: { id: 2, kind: 'cut', cut } });
  await expect(cutting).resolves.toBe(cut);
  expect(workers[0]?.requests.at(-1)?.kind).toBe('findCut');
});

test('a detector of faces that does not load rejects the best cut', async () => {
  const editor = createImageEditor();
  await editor.open(new Blob());
  const cutting = editor.bestCut();
  workers[0]?.onmessage?.({ data: { id: 2, kind: 'notLoaded' } });
  await expect(cutting).rejects.toMatchObject({ name: 'EditorNotLoadedError' });
});

test('an unusable picture rejects with its reason', async () => {
  const editor = createImageEditor();
  await editor.open(new Blob());
  const rendering = editor.render(edit, limits);
  workers[0]?.onmessage?.({ data: { id: 2, kind: 'unusable', reason: 'tooHeavy' } });
  await expect(rendering).rejects.toMatchObject({ name: 'PictureUnusableError', reason: 'tooHeavy' });
});

test('after a crash the next render opens the picture in a new worker', async () => {
  const editor = createImageEditor();
  await editor.open(new Blob());
  const crashed = editor.render(edit, limits);
  workers[0]?.dispatchEvent(new Event('error'));
  await expect(crashed).rejects.toMatchObject({ name: 'EditorCrashedError' });
  const rendering = editor.render(edit, limits);
  await new Promise(setImmediate);
  workers[1]?.onmessage?.({ data: { id: 4, kind: 'rendered', photo } });
  await expect(rendering).resolves.toBe(photo);
  expect(workers[0]?.isTerminated).toBe(true);
});

test('a worker whose script does not load is told from one that crashes at its first task', async () => {
  const editor = createImageEditor();
  const notLoaded = editor.open(new Blob());
  workers[0]?.dispatchEvent(new Event('error'));
  await expect(notLoaded).rejects.toMatchObject({ name: 'EditorNotLoadedError' });
  const crashed = editor.open(new Blob());
  workers[1]?.dispatchEvent(Object.assign(new Event('error'), { message: 'Out of memory' }));
  await expect(crashed).rejects.toMatchObject({ name: 'EditorCrashedError' });
});

test('an abort ends the worker and rejects with its own reason', async () => {
  const editor = createImageEditor();
  await editor.open(new Blob());
  const stop = new AbortController();
  const reason = new RangeError('enough');
  const rendering = editor.render(edit, limits, { signal: stop.signal });
  stop.abort(reason);
  await expect(rendering).rejects.toBe(reason);
  expect(workers[0]?.isTerminated).toBe(true);
});
