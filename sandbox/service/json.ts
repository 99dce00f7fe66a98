/** Parses JSON; undefined: it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Callers answer 400.
    return undefined;
  }
}
