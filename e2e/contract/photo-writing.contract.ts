import sharp from 'sharp';
import { observable } from '../../src/base';
import {
  createPhotoService,
  AccountCache,
  createPhotoLibrary,
  openPhotoCache,
  savePhoto,
  type PhotoLibrary,
  type PhotoService,
} from '../../src/photos';
import { audiences } from './audiences';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';

const dialects = [
  ['graph', '/v1.0', 'PUT'],
  ['graph', '/v1.0', 'PATCH'],
  ['graph', '/beta', 'PUT'],
  ['outlook', '/api/v2.0', 'PUT'],
  ['outlook', '/api/v2.0', 'PATCH'],
  ['outlook', '/api/beta', 'PUT'],
] as const;

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

async function jpeg(pixels: number, background = '#2060c0'): Promise<Blob> {
  const image = sharp({ create: { width: pixels, height: pixels, channels: 3, background } }).jpeg();
  return new Blob([new Uint8Array(await image.toBuffer())], { type: 'image/jpeg' });
}

/** As the browser decodes it. */
const thumbnail = (picture: Blob): Promise<Buffer> =>
  picture.arrayBuffer().then((bytes) => sharp(bytes).resize(16, 16, { fit: 'cover' }).ensureAlpha().raw().toBuffer());

/** Saves Adele's photo. */
const save = (
  library: PhotoLibrary,
  picture: Blob | null,
  options: Parameters<typeof savePhoto>[3] = {},
): ReturnType<typeof savePhoto> => savePhoto(library.saving, people.adele, picture, { thumbnail, ...options });

/** Noise hardly compresses. */
async function heavy(pixels: number): Promise<Blob> {
  const noise = sharp({
    create: {
      width: pixels,
      height: pixels,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
  return new Blob([new Uint8Array(await noise.jpeg({ quality: 100 }).toBuffer())], { type: 'image/jpeg' });
}

describe.each(dialects)('%s %s %s', (dialect, root, upload) => {
  let asked: (readonly string[])[];
  const serviceFor = (user: string): PhotoService =>
    createPhotoService({
      service: dialect,
      serviceUrl: sandbox.origin + root,
      upload,
      identity: {
        account: observable({ name: '', username: user, objectId: null, addresses: [user] }),
        requestAccount: () => Promise.resolve(),
      },
      accessToken: ({ scopes }) => {
        asked.push(scopes);
        return sandbox.control.token(user, scopes.join(' '), audiences[dialect]);
      },
    });
  let opened: PhotoLibrary[];
  const libraryFor = (user: string): PhotoLibrary => {
    const library = createPhotoLibrary(serviceFor(user), new AccountCache(openPhotoCache(), root, observable(null)));
    opened.push(library);
    return library;
  };
  beforeEach(() => {
    [asked, opened] = [[], []];
  });
  afterEach(() => {
    for (const library of opened) library.close();
  });
  const writes = async () =>
    (await sandbox.control.log()).filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));

  test('my photo is set with the permission to write mine alone, in one request, and read back', async () => {
    const service = serviceFor(people.adele.address);
    await service.setPhoto('me', await jpeg(504));
    expect(asked).toEqual([[expect.stringMatching(/User\.ReadWrite$/)]]);
    expect((await writes()).map(({ method, status }) => [method, status])).toEqual([[upload, 200]]);
    expect(await service.getMetadata('me')).toMatchObject({ width: 504, height: 504 });
  });

  test('an administrator sets another person’s photo', async () => {
    const service = serviceFor(people.alex.address);
    await service.setPhoto({ address: "miriam.o'brien@contoso.com" }, await jpeg(120));
    expect(asked.at(-1)).toEqual([expect.stringMatching(/User\.ReadWrite\.All$/)]);
    expect(await service.getMetadata({ address: "miriam.o'brien@contoso.com" })).toMatchObject({ width: 120 });
  });

  test('another person’s photo is refused without the role', async () => {
    const setting = serviceFor(people.adele.address).setPhoto({ address: people.diego.address }, await jpeg(120));
    await expect(setting).rejects.toMatchObject({ name: 'PermissionError' });
  });

  test('a locked organization is a refusal of its own', async () => {
    await sandbox.control.patch({ photosLocked: true });
    const setting = serviceFor(people.adele.address).setPhoto('me', await jpeg(120));
    await expect(setting).rejects.toMatchObject({ name: 'PermissionError', status: 403 });
  });

  test('too small, too large, no mailbox, elsewhere, no picture: each has its reason', async () => {
    const [mine, admin] = [serviceFor(people.adele.address), serviceFor(people.alex.address)];
    const refused = (reason: string): object => ({ name: 'PictureRefusedError', reason });
    await expect(mine.setPhoto('me', await jpeg(23))).rejects.toMatchObject(refused('tooSmall'));
    await expect(mine.setPhoto('me', await heavy(1900))).rejects.toMatchObject(refused('tooLarge'));
    const nora = { address: people.nora.address };
    await expect(admin.setPhoto(nora, await heavy(400))).rejects.toMatchObject(refused('tooLarge'));
    await admin.setPhoto(nora, await jpeg(240));
    const otto = { address: people.otto.address };
    await expect(admin.setPhoto(otto, await jpeg(240))).rejects.toMatchObject(refused('onPremises'));
    const text = new Blob(['no picture'], { type: 'image/jpeg' });
    await expect(mine.setPhoto('me', text)).rejects.toMatchObject(refused('badPicture'));
  });

  test('a claims challenge is met once before the photo is accepted', async () => {
    await sandbox.control.patch({ faults: [{ method: upload, effect: { kind: 'expired' }, times: 1 }] });
    await serviceFor(people.adele.address).setPhoto('me', await jpeg(120));
    expect((await writes()).map(({ status }) => status)).toEqual([401, 200]);
  });

  test('a save is proven by what the service reports, and can be undone', async () => {
    const library = libraryFor(people.adele.address);
    const steps: string[] = [];
    const saved = await save(library, await jpeg(240), { onStep: (step) => steps.push(step) });
    expect(saved).toMatchObject({ proven: true, now: { kind: 'photo', metadata: { width: 240 } } });
    expect(steps).toEqual(['sending', 'checking']);
    expect((await writes()).length).toBe(1);
    const { before } = saved;
    const undone = await save(library, before.kind === 'photo' ? before.picture : null);
    expect(undone).toMatchObject({ proven: true, now: { metadata: { width: 648 } } });
  });

  test('accepted but not reported yet: no proof, and the old photo does not come back', async () => {
    await sandbox.control.patch({ propagation: 60_000 });
    const library = libraryFor(people.adele.address);
    const picture = await jpeg(240);
    expect(await save(library, picture, { pixels: 240 })).toMatchObject({ proven: false });
    const mine = library.watch(people.adele, { pixels: 120, withMetadata: true });
    const leave = mine.subscribe(() => undefined);
    while (mine.value.status === 'loading') await new Promise((resolve) => setImmediate(resolve));
    expect(mine.value).toMatchObject({ status: 'photo', picture });
    leave();
  });

  test('an answer that is lost after all was done ends with what the service holds: saved', async () => {
    await sandbox.control.patch({ faults: [{ method: upload, effect: { kind: 'dropAnswer' } }] });
    const library = libraryFor(people.adele.address);
    expect(await save(library, await jpeg(240))).toMatchObject({ proven: true });
  });

  test('a connection that breaks before anything was done ends with what the service holds: not saved', async () => {
    await sandbox.control.patch({ faults: [{ method: upload, effect: { kind: 'drop' } }] });
    const saving = save(libraryFor(people.adele.address), await jpeg(240));
    await expect(saving).rejects.toMatchObject({ name: 'UnreachableError' });
    expect(await serviceFor(people.adele.address).getMetadata('me')).toMatchObject({ width: 648 });
  });

  test('a photo is removed in Graph, and only there', async () => {
    const service = serviceFor(people.adele.address);
    expect(service.removePhoto === null).toBe(dialect === 'outlook');
    if (!service.removePhoto) return;
    await service.removePhoto('me');
    expect(await service.getMetadata('me')).toEqual({ kind: 'none', reason: 'notSet' });
  });
});
