import type { NoPhoto, PhotoMetadata } from './photoService';

/**
 * Reads metadata in the casing of either dialect (`docs/photo-api.md`, R1 and G1).
 * @returns absence for the 1x1 response that means "no photo"; null when this is not metadata.
 */
export function readMetadata(json: unknown): PhotoMetadata | NoPhoto | null {
  if (typeof json !== 'object' || json === null) return null;
  const fields = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const id = fields.get('id');
  const [, idWidth, idHeight] = /^(\d+)x(\d+)$/i.exec(textOf(id)) ?? [];
  // Width and height take precedence over the id, whose case varies.
  const width = pixelsOf(fields.get('width')) || pixelsOf(idWidth);
  const height = pixelsOf(fields.get('height')) || pixelsOf(idHeight);
  if (!width || !height) return null;
  if (width === 1 && height === 1) return { kind: 'none', reason: 'notSet' };
  return {
    id: textOf(id) || `${width}x${height}`,
    width,
    height,
    contentType: textOf(fields.get('@odata.mediacontenttype')) || 'image/jpeg',
    eTag: textOf(fields.get('@odata.mediaetag')) || null,
  };
}

/** A count of pixels, also as text; 0 for what is none. */
function pixelsOf(value: unknown): number {
  const pixels = typeof value === 'object' ? 0 : Number(value);
  return Number.isInteger(pixels) && pixels > 0 && pixels < 1e6 ? pixels : 0;
}

/** A text that fits on the screen; empty for what is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' && value.length < 200 ? value : '';
}
