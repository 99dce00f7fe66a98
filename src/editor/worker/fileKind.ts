import { ascii } from './bytes';
import { brandsOf } from './heif';
import { isRaw } from './tiff';

/** The kinds of pictures that are used. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'ico' | 'avif' | 'heic' | 'tiff';

/** `other`: what is no such picture; its name is `raw`, `video`, or that of a format. */
export type FileKind =
  { readonly kind: PictureKind } | { readonly kind: 'other'; readonly name: string } | { readonly kind: 'unknown' };

type Signature = readonly [name: string, at: number, start: string];

const pictures: readonly (readonly [kind: PictureKind, at: number, start: string])[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['bmp', 0, 'BM'],
  ['ico', 0, '\0\0\x01\0'],
  // A cursor is an icon with a point.
  ['ico', 0, '\0\0\x02\0'],
];

/** Files that people choose for pictures. */
const others: readonly Signature[] = [
  ['Photoshop', 0, '8BPS'],
  ['PDF', 0, '%PDF'],
  ['PostScript', 0, '%!PS'],
  ['PostScript', 0, '\xc5\xd0\xd3\xc6'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG XL', 4, 'JXL '],
  ['JPEG 2000', 4, 'jP  '],
  ['JPEG 2000', 0, '\xff\x4f\xff\x51'],
  ['JPEG XR', 0, 'II\xbc'],
  ['BigTIFF', 0, 'II+\0'],
  ['BigTIFF', 0, 'MM\0+'],
  ['GIMP', 0, 'gimp xcf'],
  ['Macintosh icon', 0, 'icns'],
  ['DDS', 0, 'DDS '],
  ['Radiance HDR', 0, '#?RADIANCE'],
  ['QOI', 0, 'qoif'],
  ['DjVu', 0, 'AT&TFORM'],
  ['FITS', 0, 'SIMPLE  ='],
  ['Windows metafile', 0, '\xd7\xcd\xc6\x9a'],
  ['Windows metafile', 40, ' EMF'],
  ['PCX', 0, '\x0a\x05\x01'],
  ['raw', 0, 'IIU\0'],
  ['raw', 0, 'IIRO'],
  ['raw', 0, 'IIRS'],
  ['raw', 0, 'MMOR'],
  ['raw', 0, 'FUJIFILMCCD-RAW'],
  ['raw', 0, '\0MRM'],
  ['raw', 6, 'HEAPCCDR'],
  ['raw', 8, 'CR\x02'],
  ['video', 0, '\x1a\x45\xdf\xa3'],
  ['video', 8, 'AVI '],
  ['video', 4, 'moov'],
  ['video', 4, 'mdat'],
  ['video', 4, 'wide'],
  ['video', 0, 'OggS'],
  ['video', 0, 'FLV\x01'],
  ['video', 0, '\0\0\x01\xba'],
  ['video', 0, '\0\0\x01\xb3'],
  ['video', 0, '\x30\x26\xb2\x75'],
];

const tiffStarts = ['II*\0', 'MM\0*'];

/** What a file is, by its bytes: the name and the type that a system gives do not count. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const has = ([, at, start]: readonly [unknown, number, string]): boolean => ascii(bytes, at, start.length) === start;
  const picture = pictures.find(has);
  if (picture) return { kind: picture[0] };
  const named = others.find(has);
  if (named) return other(named[0]);
  if (tiffStarts.includes(ascii(bytes, 0, 4))) return isRaw(bytes) ? other('raw') : { kind: 'tiff' };
  if (ascii(bytes, 4, 4) === 'ftyp') return kindOfBrands(brandsOf(bytes));
  if (/^P[1-7]\s/.test(ascii(bytes, 0, 3))) return other('Netpbm');
  const isSvg = /^(?:\xef\xbb\xbf)?\s*<(?:svg|[?!][^]*<svg)[\s>]/i.test(ascii(bytes, 0, 4096));
  return isSvg ? other('SVG') : { kind: 'unknown' };
}

const avifBrands = ['avif', 'avis', 'avio'];

/** Still pictures and sequences in HEVC (ISO/IEC 23008-12, annex B), and those whose coding is not named. */
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1', 'miaf'];

function kindOfBrands(brands: readonly string[]): FileKind {
  const hasOneOf = (known: readonly string[]): boolean => brands.some((brand) => known.includes(brand));
  if (brands[0] === 'crx ') return other('raw');
  if (hasOneOf(avifBrands)) return { kind: 'avif' };
  return hasOneOf(heifBrands) ? { kind: 'heic' } : other('video');
}

function other(name: string): FileKind {
  return { kind: 'other', name };
}
