/** What a file name may say about whose photo it is. */
export interface FileReadings {
  /** The name without its ending, whole and without what cameras, copies and image programs add at either end. */
  readonly names: readonly string[];
  /** Parts that may be the number of an employee. */
  readonly numbers: readonly string[];
}

const endings = /\.(jpe?g|jpe|jfif|png|gif|webp|avif|heic|heif|tiff?|bmp)$/i;

/** Words that say what a picture is, not who. They stand before a name or behind it. */
const pictureWords =
  'photo|photograph|foto|fotografie|picture|pic|image|img|bild|bilder|scan|portrait|portraet|porträt|headshot|avatar|' +
  'profile|profil|profilbild|profilfoto|passbild|passfoto|passport|mitarbeiterfoto|employee|staff|mitarbeiter|badge|' +
  'userphoto|unnamed|copy|kopie|copie|copia|thumb|thumbnail';

/** Words behind a name that say which of several pictures it is. None that is often a name. */
const versionWords =
  'final|finale|new|neu|edit|edited|bearbeitet|crop|cropped|square|original|orig|web|hires|highres|lowres|bw|color|' +
  'retouched|resized|scaled|rotated';

/** Whether a word is a title before a name. */
export function isTitle(word: string): boolean {
  return /^(dr|prof|professor|mr|mrs|ms|miss|herr|frau|dipl|ing|mag)$/i.test(word);
}

const isPictureWord = new RegExp(`^(${pictureWords})s?\\d{0,4}$`, 'iu');
const isVersionWord = new RegExp(`^(${versionWords})\\d{0,4}$`, 'iu');
const isConnector = /^(of|von|de|di|del|da)$/i;
/** Sizes and versions. */
const isCount = /^(\d{2,4}[x×]\d{2,4}(px)?|\d{2,4}px|v\d{1,3})$/i;
/** Numbers, and those of employees with letters before them. */
const isNumber = /^[a-z]{0,3}\d{4,10}$|^\d+$/i;
const isDate = /^(19|20)\d{6}$/;
const isOfCamera = /^((img|dsc[nf]?|pxl|mvimg|dji|gopr|imgp|wp|screenshot|whatsapp|signal|wa)\d*|p\d+)$/i;

/** Shorter numbers are those of a list. Of this length they count where nothing else stands beside them. Digits. */
const shortNumber = 4;

/** The readings of a file by its path. A name that says nothing about a person gives way to that of its folder. */
export function readingsOf(path: string): FileReadings {
  const [name = '', folder = ''] = path.split(/[/\\]/).reverse();
  const own = readingsOfStem(stemOf(name));
  if (!isOfNoPerson(stemOf(name)) || isOfNoPerson(folder)) return own;
  const { names, numbers } = readingsOfStem(folder);
  return { names: [...own.names, ...names], numbers: [...own.numbers, ...numbers] };
}

/** A file's name without its folders and its endings. */
export function stemOf(path: string): string {
  let stem = decoded(path.split(/[/\\]/).at(-1) ?? '').trim();
  while (endings.test(stem)) stem = stem.replace(endings, '').trim();
  return stem.replace(/@[23]x$/i, '');
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function readingsOfStem(stem: string): FileReadings {
  const words = splitWords(stem);
  const pieces = stem.split(/[\s()[\]{}<>;,]+/).filter((piece) => piece.includes('@'));
  const names = [...new Set([stem, ...pieces].flatMap(trimmed))].filter((one) => one !== '');
  return { names, numbers: numbersIn(names, words) };
}

/** A text without what may be left out at its start, at its end, or at both. */
function trimmed(text: string): readonly string[] {
  const words = splitWords(text);
  if (words.every(isAddition)) return numbersAlone(text, words);
  const starts = words.slice(1, leadingAdditions(words) + 1).map(({ start }) => start);
  const ends = words.slice(words.length - 1 - trailingAdditions(words), -1).map(({ end }) => end);
  return [0, ...starts].flatMap((start) => [...ends, text.length].map((end) => text.slice(start, end)));
}

/**
 * What may be a person in a name without any word of a person: its parts that begin with a long number. None of a time, or
 * where the first word is no number.
 */
function numbersAlone(text: string, words: readonly Word[]): readonly string[] {
  const [first] = words;
  if (!first || !isNumber.test(first.text) || words.some((word) => isDate.test(word.text))) return [];
  return words.flatMap(({ text: number, start }, index) => {
    const isLong = isNumber.test(number) && number.length >= shortNumber;
    return isLong ? words.slice(index).map(({ end }) => text.slice(start, end)) : [];
  });
}

/** How many words at the start may be left out. */
function leadingAdditions(words: readonly Word[]): number {
  const index = words.findIndex((word, at) => {
    const before = words[at - 1];
    const isLink = before && isPictureWord.test(before.text) && isConnector.test(word.text);
    return !isLink && !(isAddition(word) && !isVersionWord.test(word.text));
  });
  return Math.max(index, 0);
}

function trailingAdditions(words: readonly Word[]): number {
  return [...words].reverse().findIndex((word) => !isAddition(word));
}

function isAddition({ text }: Word): boolean {
  return (
    isTitle(text) || isPictureWord.test(text) || isVersionWord.test(text) || isCount.test(text) || isNumber.test(text)
  );
}

function numbersIn(names: readonly string[], words: readonly Word[]): readonly string[] {
  if (words.some(({ text }) => isOfCamera.test(text))) return [];
  const parts = words.every(isAddition) ? [] : words.filter(({ text }) => text.length > shortNumber);
  const all = [...names, ...parts.map(({ text }) => text)];
  return [...new Set(all)].filter((text) => text.length >= shortNumber && /\d/.test(text));
}

function isOfNoPerson(stem: string): boolean {
  return splitWords(stem).every((word) => isAddition(word) || isOfCamera.test(word.text));
}

function splitWords(text: string): readonly Word[] {
  return [...text.matchAll(/[^\s._+~,;&#()[\]{}<>=–—-]+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** Names out of the address of a download. */
function decoded(name: string): string {
  try {
    return /%[\da-f]{2}/i.test(name) ? decodeURIComponent(name) : name;
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
