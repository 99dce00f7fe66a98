import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { madeUpPeople } from '../../sandbox/service/madeUpPeople';
import { channelsOf, meanColorOf } from './pictures';
import { isNear, type Color } from './pixels';
import type { SandboxControl } from './sandboxControl';

/** A file to choose, as Playwright takes it. */
export interface NamedPicture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A person of the made-up organization, and the one color of the picture that a story gives them. */
export interface ColoredPerson {
  readonly name: string;
  readonly address: string;
  readonly login: string;
  readonly color: string;
  /** Another mail address, and the employee id: read with the permission to write. */
  readonly alias: string;
  readonly employeeId: string;
}

/** The first made-up people with a mailbox. Each has a color of their own, far from those of the others. */
export function coloredPeople(count: number): readonly ColoredPerson[] {
  const people = madeUpPeople(count * 2).filter(({ kind }) => kind === 'person');
  return people.slice(0, count).map(({ name, address, upn: login = address, aliases, employeeId = '' }, index) => ({
    name,
    address,
    login,
    color: colorAt(index),
    alias: aliases?.[0] ?? '',
    employeeId,
  }));
}

/** Four levels of each channel, in an order that puts neighbors far from each other. */
function colorAt(index: number): string {
  const mixed = (index * 37) % 64;
  const level = (shift: number): string => (40 + 55 * ((mixed >> shift) & 3)).toString(16).padStart(2, '0');
  return `#${level(4)}${level(2)}${level(0)}`;
}

/** An upright picture of one color. */
export async function pictureFile(name: string, color: string, width = 480, height = 640): Promise<NamedPicture> {
  const image = sharp({ create: { width, height, channels: 3, background: color } });
  return { name, mimeType: 'image/jpeg', buffer: await image.jpeg({ quality: 92 }).toBuffer() };
}

/** A name of a file as people write them: by address, "Last, First", or "First_Last_640". */
function fileNameOf({ name, address }: ColoredPerson, index: number): string {
  const [first, last] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)] as const;
  return [`${address}.jpg`, `${last}, ${first}.jpg`, `${first}_${last}_640.jpg`][index % 3] ?? '';
}

export function filesOf(people: readonly ColoredPerson[]): Promise<readonly NamedPicture[]> {
  return Promise.all(people.map((one, index) => pictureFile(fileNameOf(one, index), one.color)));
}

/** Writes files to a folder on disk, every second one into a folder in it. @returns its path. */
export function writeFolder(files: readonly NamedPicture[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'chosen-'));
  mkdirSync(join(folder, 'more'));
  files.forEach(({ name, buffer }, index) => writeFileSync(join(folder, index % 2 === 0 ? '' : 'more', name), buffer));
  return folder;
}

/** Chooses files with a button that opens the system's dialog; by the keyboard. */
export async function chooseFiles(page: Page, button: Locator, files: readonly NamedPicture[] | string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await button.focus();
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(typeof files === 'string' ? files : [...files]);
}

/** Drops a folder on the middle of a page, as from the system's own window of files. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await session.detach();
}

/** The mean color of each person's photo on the service; empty without one. */
export async function heldColors(control: SandboxControl, people: readonly ColoredPerson[]): Promise<readonly Color[]> {
  const colors: Color[] = [];
  // One by one: the sandbox draws shared faces when they are first asked for.
  for (const { login } of people) {
    const photo = await control.original(login);
    // A JPEG; the service says in JSON that there is none.
    colors.push(photo[0] === 0xff ? await meanColorOf(photo) : []);
  }
  return colors;
}

/** The service holds for each person the picture of their color. */
export async function expectPhotosOf(control: SandboxControl, people: readonly ColoredPerson[]): Promise<void> {
  const held = await heldColors(control, people);
  const wrong = people.filter(({ color }, index) => !isNear(held[index] ?? [], channelsOf(color)));
  expect(wrong.map(({ name }) => name)).toEqual([]);
}

/** The paths of photos that were written, one for each write. */
export async function writtenPaths(control: SandboxControl): Promise<readonly string[]> {
  return (await control.log()).filter(({ method }) => /^(PUT|PATCH|DELETE)$/.test(method)).map(({ path }) => path);
}

/** A ZIP of files. */
export async function archiveOf(files: readonly NamedPicture[]): Promise<Buffer> {
  const zip = new ZipWriter(new BlobWriter('application/zip'));
  for (const { name, buffer } of files) await zip.add(name, new BlobReader(new Blob([new Uint8Array(buffer)])));
  return Buffer.from(await (await zip.close()).arrayBuffer());
}
