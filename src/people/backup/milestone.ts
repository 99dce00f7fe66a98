/** Parts of the work that are announced. */
const parts = 4;

/** The last count that is announced: each quarter of the total. */
export function milestoneOf(count: number, total: number): number {
  return total === 0 ? 0 : Math.ceil((Math.floor((count * parts) / total) * total) / parts);
}
