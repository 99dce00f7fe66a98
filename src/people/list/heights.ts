// In a file of their own: the build evaluates what styles import.

/** Height of a row, in CSS pixels. */
export const rowHeight = 52;

/** Height of the headings, which stay in sight, in CSS pixels. */
export const headingHeight = 44;
