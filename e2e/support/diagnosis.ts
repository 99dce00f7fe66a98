/** The lines of a diagnosis, by their labels. */
export function linesOf(diagnosis: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    diagnosis.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
}
