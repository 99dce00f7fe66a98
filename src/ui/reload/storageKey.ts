/** The entry of the session storage for what a reload keeps. A start without it opens no other storage. */
export const storageKey = 'reload';
