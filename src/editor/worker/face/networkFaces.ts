import type { Tensor } from './layers';
import { runNetwork, type Weights } from './network';

/** In parts of the side of the square that the network looked at. */
export interface NetworkFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From 0 to 1. */
  readonly score: number;
}

/** Width and height of the boxes that the network was trained with, in cells. */
const anchors = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;

/** The mean of red, green and blue that the network was trained with. */
const means = [117.001, 114.697, 97.404] as const;

/** RGBA, square. */
export interface SquarePixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
}

/** Every face that the network finds, mostly several times. */
export function networkFaces({ data, width }: SquarePixels, weights: Weights): readonly NetworkFace[] {
  const input = new Float32Array(width * width * 3);
  for (let at = 0; at < input.length; at++) {
    const channel = at % 3;
    input[at] = ((data[((at - channel) / 3) * 4 + channel] ?? 0) - (means[channel] ?? 0)) / 256;
  }
  return facesOf(runNetwork({ data: input, width, height: width, channels: 3 }, weights));
}

function facesOf({ data, width: cells }: Tensor): readonly NetworkFace[] {
  return Array.from({ length: cells * cells }, (_none, cell) =>
    anchors.map(([anchorWidth, anchorHeight], anchor): NetworkFace => {
      const at = (cell * anchors.length + anchor) * 5;
      const [left = 0, top = 0, wide = 0, high = 0, sure = 0] = data.subarray(at, at + 5);
      const [width, height] = [(Math.exp(wide) * anchorWidth) / cells, (Math.exp(high) * anchorHeight) / cells];
      const x = ((cell % cells) + sigmoid(left)) / cells - width / 2;
      const y = (Math.floor(cell / cells) + sigmoid(top)) / cells - height / 2;
      return { x, y, width, height, score: sigmoid(sure) };
    }),
  ).flat();
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
