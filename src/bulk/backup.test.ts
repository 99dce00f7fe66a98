import { openArchive } from './archive';
import { writeBackup, type BackupPhoto } from './backup';
import { matchFiles } from './matching';
import { PeopleIndex } from './peopleIndex';
import { person } from './people.fixture';
import { readPhotoList } from './photoList';

const jpeg = (text: string): Blob => new Blob([text], { type: 'image/jpeg' });

function memory() {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const end = { isClosed: false, reason: null as unknown };
  const output = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (chunk) => void chunks.push(chunk),
    close: () => void (end.isClosed = true),
    abort: (reason) => void (end.reason = reason),
  });
  return { output, end, zip: () => new Blob(chunks) };
}

const people = [
  person('Anna Schmidt', { userPrincipalName: '-anna@contoso.com' }),
  person('Anna Schmidt', { id: '2', mail: null, userPrincipalName: "'=anna2@contoso.com" }),
  person('Ben', { userPrincipalName: 'b/en:@contoso.com' }),
  person('Ben', { id: '4', mail: null, userPrincipalName: 'B_EN_@contoso.com' }),
  person('Carla', { mail: null, id: '5' }),
];

test('a backup that is read back restores whose photo each is', async () => {
  const { output, zip, end } = memory();
  const photos = people.map((one, index): BackupPhoto => ({
    person: one,
    photo: index < 4 ? jpeg(`photo ${index}`) : 'none',
  }));
  expect(await writeBackup(photos, output)).toBe(4);
  expect(end.isClosed).toBe(true);

  const archive = await openArchive(zip());
  const list = await readPhotoList((await archive.lists[0]?.read()) ?? new Blob());
  const paths = archive.photos.map(({ path }) => path);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(4);
  const { files, problems } = await matchFiles(
    paths,
    await PeopleIndex.create(people),
    list.kind === 'list' ? list.rows : [],
  );
  expect(problems).toEqual([]);
  const restored = files.map((file, index) => {
    if (file.kind !== 'matched') return file.kind;
    const number = people.indexOf(file.person);
    return [number, file.reason.kind, archive.photos[index]?.path === file.path];
  });
  expect(restored).toEqual([0, 1, 2, 3].map((number) => [number, 'list', true]));
  expect(await (await archive.photos[3]?.read())?.text()).toBe('photo 3');
});

test('photos are read one after the other, as they are written', async () => {
  const { output } = memory();
  let open = 0;
  let most = 0;
  async function* photos(): AsyncGenerator<BackupPhoto> {
    for (const one of people) {
      most = Math.max(most, ++open);
      yield { person: one, photo: await Promise.resolve(jpeg('x'.repeat(100_000))) };
      open--;
    }
  }
  await writeBackup(photos(), output);
  expect(most).toBe(1);
});

test('a photo that cannot be read ends the backup, and the output is aborted', async () => {
  const { output, end } = memory();
  const failure = new Error('not readable');
  async function* photos(): AsyncGenerator<BackupPhoto> {
    yield { person: people[0] ?? person('A'), photo: await Promise.resolve(jpeg('a')) };
    throw failure;
  }
  await expect(writeBackup(photos(), output)).rejects.toBe(failure);
  expect(end).toEqual({ isClosed: false, reason: failure });
});

test('an output that fails, such as a full disk, ends the backup', async () => {
  const failure = new Error('full');
  const output = new WritableStream<Uint8Array>({ write: () => Promise.reject(failure) });
  const photos = people.map((one): BackupPhoto => ({ person: one, photo: jpeg('x'.repeat(1_000_000)) }));
  await expect(writeBackup(photos, output)).rejects.toBe(failure);
});

test('an abort ends the backup with its own reason', async () => {
  const { output, end } = memory();
  const stop = new AbortController();
  async function* photos(): AsyncGenerator<BackupPhoto> {
    for (const one of people) {
      yield { person: one, photo: await Promise.resolve(jpeg('a')) };
      stop.abort();
    }
  }
  await expect(writeBackup(photos(), output, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(end.isClosed).toBe(false);
});
