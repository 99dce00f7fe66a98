import { loginOf } from '../service/directory';
import type { Person } from '../service/person';

/** How a picture of a person is named; `number` counts the pictures. */
type Naming = (person: Person, number: number) => string;

/** As people name pictures of others. */
const namings: readonly Naming[] = [
  ({ address }) => `${address}.jpg`,
  (person) => `${loginOf(person)}.jpg`,
  ({ name }) => `${lastFirst(name)}_640.jpg`,
  ({ name }) => `${name}.jpg`,
  // macOS keeps letters and accents apart.
  ({ name }) => `${name.normalize('NFD')}.JPG`,
  ({ name }) => `${spelledOut(lastFirst(name)).replace(/,? /g, '_')}.jpeg`,
  ({ address }) => `${localPart(address).toUpperCase()}.JPG`,
  ({ name }, number) => `${String(number + 1).padStart(3, '0')} ${name}.png`,
  ({ name }) => `Portrait ${name} (1).jpg`,
  ({ address }) => `${address}-648x648.png`,
  (person) => `${localPart(loginOf(person))} - Kopie.jpg`,
  ({ name }, number) => `${name}/IMG_${4000 + number}.jpg`,
];

/** The path of a person's picture. Neighboring numbers are named in different ways. */
export function pictureName(person: Person, number: number): string {
  const path = namings[number % namings.length]?.(person, number) ?? '';
  return path.replace(/[<>:"\\|?*]/g, '_');
}

function lastFirst(name: string): string {
  const words = name.split(' ');
  return words.length < 2 ? name : `${words.at(-1) ?? ''}, ${words.slice(0, -1).join(' ')}`;
}

function localPart(address: string): string {
  return address.split('@')[0] ?? '';
}

const spellings: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', ß: 'ss' };

/** Umlauts as two letters, other letters without their accents. */
function spelledOut(name: string): string {
  const text = name.replace(/[äöüøß]/g, (letter) => spellings[letter] ?? letter);
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
