/** Opaque pixels in RGBA order, square. */
export interface Square {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly side: number;
}

const lobes = 3;

/**
 * Downscales a square picture with the Lanczos filter of three lobes: sharper than the filters of browsers, without aliasing.
 * The same size is returned as it is.
 */
export function downscale({ data, side }: Square, target: number): Square {
  if (target === side) return { data, side };
  const weights = Array.from({ length: target }, (_none, at) => weightsFor(at, side / target, side));
  // Columns first, for memory locality. Floats in between, so that values are rounded once.
  const columns = new Float32Array(side * target * 4);
  filter(data, columns, weights, { lines: side, line: 4, step: side * 4, toLine: 4, toStep: side * 4 });
  const rows = new Float32Array(target * target * 4);
  filter(columns, rows, weights, { lines: target, line: side * 4, step: 4, toLine: target * 4, toStep: 4 });
  const result = new Uint8ClampedArray(rows);
  for (let at = 3; at < result.length; at += 4) result[at] = 255;
  return { data: result, side: target };
}

/** Distances between values in the arrays. */
interface Layout {
  readonly lines: number;
  readonly line: number;
  readonly step: number;
  readonly toLine: number;
  readonly toStep: number;
}

/** Filters each line along one direction. Plain loops, because some ten million pixels are filtered. */
function filter(
  from: Uint8ClampedArray | Float32Array,
  to: Float32Array,
  weights: readonly Weights[],
  { lines, line, step, toLine, toStep }: Layout,
): void {
  let at = 0;
  for (const { start, factors } of weights) {
    for (let one = 0; one < lines; one++) {
      let [red, green, blue] = [0, 0, 0];
      let place = one * line + start * step;
      // No iterator in the innermost loop.
      for (let index = 0; index < factors.length; index++) {
        const factor = factors[index] ?? 0;
        red += factor * (from[place] ?? 0);
        green += factor * (from[place + 1] ?? 0);
        blue += factor * (from[place + 2] ?? 0);
        place += step;
      }
      const target = one * toLine + at * toStep;
      to[target] = red;
      to[target + 1] = green;
      to[target + 2] = blue;
    }
    at++;
  }
}

interface Weights {
  readonly start: number;
  readonly factors: Float32Array;
}

/** The source pixels of one target pixel and their weights, which sum up to 1. */
function weightsFor(at: number, scale: number, side: number): Weights {
  const center = (at + 0.5) * scale - 0.5;
  const start = Math.max(0, Math.ceil(center - lobes * scale));
  const end = Math.min(side - 1, Math.floor(center + lobes * scale));
  const factors = Float32Array.from({ length: end - start + 1 }, (_none, index) =>
    lanczos((start + index - center) / scale),
  );
  const sum = factors.reduce((all, one) => all + one, 0);
  return { start, factors: factors.map((one) => one / sum) };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const angle = Math.PI * x;
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / (angle * angle);
}
