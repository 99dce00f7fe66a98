/** One result of a check, in words for an administrator. */
export interface Finding {
  /**
   * `error`: the add-in does not work, or its page is not protected; `advice`: it works, and could do better; `note`:
   * what cannot be checked from outside.
   */
  readonly severity: 'error' | 'advice' | 'note';
  /** What it is about: a file of the add-in, or a part of its host. */
  readonly where: string;
  /** What is wrong, what follows from it, and what to change. */
  readonly text: string;
}

/** What has to be changed. */
export function error(where: string, text: string): Finding {
  return { severity: 'error', where, text };
}

/** What would better be changed. */
export function advice(where: string, text: string): Finding {
  return { severity: 'advice', where, text };
}

/** What the administrator has to compare by hand. */
export function note(where: string, text: string): Finding {
  return { severity: 'note', where, text };
}
