// Cache storage takes a file as it is; a database would need a version and stores for this one entry.

const cacheName = 'reload';

/** The entry's name, an address beside the page that is never requested. */
function entryUrl(): string {
  return new URL('kept-picture', document.baseURI).href;
}

/** Stores a file for the next start, in place of an earlier one. @throws DOMException where storage is blocked or full. */
export async function keepFile(file: Blob): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(entryUrl(), new Response(file));
}

/** Reads the stored file and removes it; null without one, or where storage is blocked. */
export async function takeFile(): Promise<Blob | null> {
  try {
    const entry = await caches.match(entryUrl(), { cacheName });
    return entry ? await entry.blob() : null;
  } catch {
    return null;
  } finally {
    await dropFile();
  }
}

/** Removes the stored file; false without one, or where storage is blocked. */
export async function dropFile(): Promise<boolean> {
  try {
    return await caches.delete(cacheName);
  } catch {
    return false;
  }
}
