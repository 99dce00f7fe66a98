// Decodes HEIC with libheif. Its files are loaded as they are, so that they can be exchanged, as their license requires.
import { isDisplayP3 } from './heif';
import { sizeProblem, unusable } from './limits';
import type { DecoderResult } from './protocol';
import { serveDecoder } from './serveDecoder';

type Pointer = object;

interface LibheifError {
  readonly code?: { readonly value: number };
}

interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly channels: readonly { readonly stride: number; readonly data: Uint8Array<ArrayBuffer> }[];
}

/** What is used of libheif's functions (heif.h). */
interface Libheif {
  readonly heif_colorspace: { readonly heif_colorspace_RGB: Pointer };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: Pointer };
  heif_context_alloc(): Pointer;
  heif_context_read_from_memory(context: Pointer, bytes: Uint8Array): LibheifError;
  heif_js_context_get_primary_image_handle(context: Pointer): Pointer & LibheifError;
  heif_image_handle_get_width(handle: Pointer): number;
  heif_image_handle_get_height(handle: Pointer): number;
  heif_js_decode_image2(handle: Pointer, space: Pointer, chroma: Pointer): DecodedImage & LibheifError;
}

declare const libheif: (options: object) => Libheif;

/** A kind of file, a feature or a coding that it does not know, or whose decoder is not in it. */
const unsupported = [3, 4, 11];

async function decode(file: Blob): Promise<DecoderResult> {
  const library = await load();
  if (!library) return unusable('heic');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const context = library.heif_context_alloc();
  const read = library.heif_context_read_from_memory(context, bytes);
  if (read.code?.value) return failure(read);
  const handle = library.heif_js_context_get_primary_image_handle(context);
  if (handle.code) return failure(handle);
  const [width, height] = [library.heif_image_handle_get_width(handle), library.heif_image_handle_get_height(handle)];
  const problem = sizeProblem({ width, height });
  if (problem) return unusable(problem);
  const { heif_colorspace: spaces, heif_chroma: chromas } = library;
  // Turned and mirrored as the file says.
  const image = library.heif_js_decode_image2(handle, spaces.heif_colorspace_RGB, chromas.heif_chroma_interleaved_RGBA);
  if (image.code) return failure(image);
  return { kind: 'decoded', bitmap: await createImageBitmap(pixelsOf(image, isDisplayP3(bytes))) };
}

/** Null where the policy of this file's response, or the browser, allows no WebAssembly. */
async function load(): Promise<Libheif | null> {
  const response = await fetch(new URL('libheif-js/libheif-wasm/libheif.wasm', import.meta.url));
  if (!response.ok) throw new DOMException('libheif did not load', 'NetworkError');
  const wasmBinary = await response.arrayBuffer();
  importScripts(new URL('libheif-js/libheif-wasm/libheif.js', import.meta.url).href);
  try {
    const silent = (): void => {};
    return libheif({ wasmBinary, print: silent, printErr: silent });
  } catch {
    return null;
  }
}

/** Without a copy where the rows have no gaps between them. */
function pixelsOf({ width, height, channels }: DecodedImage, isP3: boolean): ImageData {
  const [channel] = channels;
  if (!channel) throw new Error('libheif returned no pixels');
  const { stride, data } = channel;
  const row = width * 4;
  let pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, stride * height);
  if (stride !== row) {
    const padded = pixels;
    pixels = new Uint8ClampedArray(row * height);
    for (let y = 0; y < height; y++) pixels.set(padded.subarray(y * stride, y * stride + row), y * row);
  }
  return new ImageData(pixels, width, height, { colorSpace: isP3 ? 'display-p3' : 'srgb' });
}

function failure({ code }: LibheifError): DecoderResult {
  return unusable(code && unsupported.includes(code.value) ? 'variant' : 'broken');
}

serveDecoder(decode);
