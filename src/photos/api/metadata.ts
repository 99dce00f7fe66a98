import type { NoPhoto, PhotoMetadata } from './photoService';

/**
 * Reads metadata in the casing of either dialect (`docs/photo-api.md`, R1 and G1).
 * @returns absence for the 1x1 response that means "no photo"; null when this is not metadata.
 */
export function readMetadata(json: unknown): PhotoMetadata | NoPhoto | null {
  if (typeof json !== 'object' || json === null) return null;
  const fields = new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const id = fields.get('id');
  const [width, height] = dimensions(fields.get('width'), fields.get('height'), id);
  if (!width || !height) return null;
  if (width === 1 && height === 1) return { kind: 'none', reason: 'notSet' };
  const contentType = fields.get('@odata.mediacontenttype');
  const eTag = fields.get('@odata.mediaetag');
  return {
    id: typeof id === 'string' ? id : `${width}x${height}`,
    width,
    height,
    contentType: typeof contentType === 'string' ? contentType : 'image/jpeg',
    eTag: typeof eTag === 'string' && eTag !== '' ? eTag : null,
  };
}

/** Width and height take precedence over the id, whose case varies. */
function dimensions(width: unknown, height: unknown, id: unknown): readonly [number, number] {
  if (typeof width === 'number' && typeof height === 'number') return [width, height];
  const match = /^(\d+)x(\d+)$/i.exec(typeof id === 'string' ? id : '');
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
}
