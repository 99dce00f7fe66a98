import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { matchFiles, openArchive, PeopleIndex, readPhotoList, type BulkPerson, type ListRow } from '../../src/bulk';
import { pictureFiles } from '../../sandbox/pictures/pictureFiles';
import { writePictures } from '../../sandbox/pictures/writePictures';
import { findAccount, loginOf, objectId, proxyAddresses } from '../../sandbox/service/directory';
import { listedUsers } from '../../sandbox/service/listedUsers';

// The sandbox's made-up pictures, and the rules by which the add-in finds out whose they are.

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const organizationOf = (count: number): readonly BulkPerson[] =>
  listedUsers(findAccount('adele@contoso.com'), count).map((one) => ({
    id: objectId(one),
    displayName: one.name,
    mail: one.address,
    userPrincipalName: loginOf(one),
    proxyAddresses: proxyAddresses(one),
  }));

/** How the pictures of an organization are matched; `wrong` are decided for another person than whose they are. */
async function matchesOf(people: number, list: readonly ListRow[] = []) {
  const files = pictureFiles({ people, isListed: list.length > 0 });
  const matching = await matchFiles(
    files.map(({ path }) => path),
    await PeopleIndex.create(organizationOf(people)),
    list,
  );
  const decided = matching.files.flatMap((match, index) => {
    const owner = files[index]?.person;
    return match.kind === 'matched'
      ? [{ path: match.path, isRight: owner && objectId(owner) === match.person.id }]
      : [];
  });
  return {
    ...matching,
    share: decided.length / files.length,
    wrong: decided.filter(({ isRight }) => !isRight).map(({ path }) => path),
  };
}

test.each([300, 5000])('of the pictures of %i people, none is decided for another person', async (people) => {
  const { files, share, wrong } = await matchesOf(people);
  expect(wrong).toEqual([]);
  expect(share).toBeGreaterThan(0.85);
  // There is something to ask about, and something that belongs to none.
  const kinds = new Set(files.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['matched', 'ambiguous', 'duplicate', 'unmatched']));
});

test('a folder has pictures, files that are none, and a list that names whose the others are', async () => {
  const files = await writePictures({ to: folder, people: 40, isListed: true });
  for (const { path, size } of files.filter((one) => one.size)) {
    const { autoOrient } = await sharp(join(folder, path)).metadata();
    expect([path, autoOrient.width, autoOrient.height]).toEqual([path, size?.width, size?.height]);
  }
  await expect(sharp(join(folder, 'damaged/adele@contoso.com.jpg')).metadata()).rejects.toThrow();
  const list = await readPhotoList(new Blob([await readFile(join(folder, 'list.csv'))]));
  if (list.kind !== 'list') throw new Error(list.reason);
  const { files: matches, problems, wrong } = await matchesOf(40, list.rows);
  expect(wrong).toEqual([]);
  expect(problems.map(({ kind }) => kind)).toEqual(['unknownFile', 'unknownPerson']);
  expect(matches.find(({ path }) => path === 'scan 2.jpg')).toMatchObject({
    kind: 'matched',
    reason: { kind: 'list' },
  });
});

test('an archive has the same files', async () => {
  const file = join(folder, 'pictures.zip');
  const written = await writePictures({ to: file, people: 5 });
  const archive = await openArchive(new Blob([await readFile(file)]));
  expect(archive.photos.map(({ path }) => path)).toEqual(written.map(({ path }) => path));
});
