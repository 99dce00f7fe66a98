/** How many colors there are for the circles of initials; their style rules are made in build/themes.ts. */
export const initialColors = 30;

/**
 * The first letters of the first and the last word of a name, without what stands in brackets. One letter in scripts without
 * capitals, whose letters do not stand alone. Empty where the name has no letter.
 */
export function initialsOf(name: string): string {
  const letters = name.replace(/[([{][^)\]}]*[)\]}]?/g, ' ').match(/(?<!\S)[^\p{L}\s]*\p{L}/gu) ?? [];
  const [first = '', ...others] = letters.map((letter) => /\p{L}$/u.exec(letter)?.[0] ?? '');
  const hasCapitals = first.toLowerCase() !== first.toUpperCase();
  return hasCapitals ? (first + (others.at(-1) ?? '')).toUpperCase() : first;
}

/** A color for a name, always the same one. */
export function initialColor(name: string): number {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  // The lowest bits follow the last letters only.
  return (hash >>> 8) % initialColors;
}
