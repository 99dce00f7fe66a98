import { observable } from '../../base';
import { createPhotoWriter, type PhotoWriter } from '../../bulk';
import { AccountCache, openPhotoCache } from '../../photos';
import type { BulkServices } from '../services';

const writers = new WeakMap<BulkServices, PhotoWriter>();

/** What reads and changes photos for an account; one for each sign-in. */
export function writerOf(bulk: BulkServices): PhotoWriter {
  const known = writers.get(bulk);
  if (known) return known;
  const { account, tenantId, photos, serviceUrl } = bulk;
  const cache = new AccountCache(openPhotoCache(), serviceUrl, observable({ address: account, tenantId }));
  const writer = createPhotoWriter(photos, cache);
  writers.set(bulk, writer);
  return writer;
}
