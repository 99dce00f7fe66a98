/** Where each kind of host has a setting; for the ends of sentences. */
export const settings = {
  headers: '(nginx: add_header; Azure Static Web Apps: globalHeaders; object store: responseHeaders)',
  caching:
    '(nginx: the map $user_photo_caching; Azure Static Web Apps: cache-control in globalHeaders and routes; object store: cache-control of each object)',
  types: '(nginx: include mime.types; Azure Static Web Apps: mimeTypes; object store: content-type of each object)',
  compression: '(nginx: gzip_static on; object store: compression of the content delivery network)',
  fallback: '(nginx: try_files; Azure Static Web Apps: navigationFallback; object store: the error document)',
} as const;
