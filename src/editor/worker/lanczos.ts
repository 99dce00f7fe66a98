/** Pixels in RGBA order, square. */
export interface Square {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly side: number;
}

const lobes = 3;

/**
 * Makes a square picture smaller with the Lanczos filter of three lobes: sharper than what browsers do, without the steps of
 * plain sampling. The same size comes back as it is.
 */
export function shrink({ data, side }: Square, target: number): Square {
  if (target === side) return { data, side };
  const weights = Array.from({ length: target }, (_none, at) => weightsFor(at, side / target, side));
  // Rows first, then columns; in between as floats, so that nothing is rounded twice.
  const rows = new Float32Array(target * side * 4);
  for (let y = 0; y < side; y++) {
    weights.forEach(({ start, factors }, x) => {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        factors.forEach((factor, index) => (sum += factor * (data[(y * side + start + index) * 4 + channel] ?? 0)));
        rows[(y * target + x) * 4 + channel] = sum;
      }
    });
  }
  const result = new Uint8ClampedArray(target * target * 4);
  weights.forEach(({ start, factors }, y) => {
    for (let at = 0; at < target * 4; at++) {
      let sum = 0;
      factors.forEach((factor, index) => (sum += factor * (rows[(start + index) * target * 4 + at] ?? 0)));
      result[y * target * 4 + at] = sum;
    }
  });
  return { data: result, side: target };
}

/** Which source pixels count for one target pixel, and how much; they sum up to 1. */
function weightsFor(at: number, scale: number, side: number): { start: number; factors: Float32Array } {
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
