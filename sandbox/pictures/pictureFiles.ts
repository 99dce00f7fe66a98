import { findAccount } from '../service/directory';
import { listedUsers } from '../service/listedUsers';
import type { Person } from '../service/person';
import { pictureName } from './pictureNames';

/** A file of a made-up folder, without its bytes. */
export interface PictureFile {
  /** With slashes between folders and name. */
  readonly path: string;
  /** Whose picture it is; null: of none in the organization. */
  readonly person: Person | null;
  /** Decides the face and its background. */
  readonly number: number;
  /** Pixels, as the picture is seen; null: the file is no picture, whatever its name says. */
  readonly size: PictureSize | null;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** The pixels are stored lying on their side, as phones do. */
  readonly isTurned?: boolean;
}

const sizes: readonly PictureSize[] = [
  { width: 648, height: 648 },
  { width: 480, height: 640 },
  { width: 1200, height: 900 },
  { width: 240, height: 320 },
  { width: 1000, height: 1500, isTurned: true },
  { width: 96, height: 96 },
  { width: 800, height: 600 },
];

/** A camera's picture of 12 megapixels: so many others come before the next. */
const cameraInterval = 60;
const cameraSize: PictureSize = { width: 3024, height: 4032, isTurned: true };

/** People so far apart have no picture, or a second one. */
const missingInterval = 10;
const secondInterval = 25;

/** Of people who left, of the camera's numbering, of none at all. */
const strangers = ['Former Colleague.jpg', 'summer party/IMG_2041.JPG', 'DSC00817.jpg', 'logo.png'];

export interface PictureFilesOptions {
  /** Users of the organization: the sandbox's state `organization`. */
  readonly people: number;
  /** Every fourth picture has a name that says nothing, and is in the list of `listRows`. */
  readonly isListed?: boolean;
}

/** The pictures of an organization, as one who collected them for years has them in a folder. */
export function pictureFiles({ people, isListed = false }: PictureFilesOptions): readonly PictureFile[] {
  const users = listedUsers(findAccount('adele@contoso.com'), people);
  const files: PictureFile[] = [];
  const add = (path: string, person: Person | null): unknown =>
    files.push({ path, person, number: files.length, size: sizeOf(files.length) });
  for (const [index, person] of users.entries()) {
    if (person.kind === 'room' || index % missingInterval === missingInterval - 1) continue;
    add(isListed && index % 4 === 1 ? `scan ${index + 1}.jpg` : pictureName(person, index), person);
    if (index % secondInterval === secondInterval - 2) add(`new/${person.address} (2).jpg`, person);
  }
  for (const path of strangers) add(path, null);
  const [first] = users;
  if (first) files.push({ path: `damaged/${first.address}.jpg`, person: first, number: files.length, size: null });
  files.push({ path: 'Read me.txt', person: null, number: files.length, size: null });
  return files;
}

function sizeOf(number: number): PictureSize | null {
  return number % cameraInterval === cameraInterval - 1 ? cameraSize : (sizes[number % sizes.length] ?? null);
}
