// The layers of the network. Plain loops over typed arrays: some fifty million multiplications for a picture.

/** Numbers in the order row, column, channel. */
export interface Tensor {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function emptyTensor(width: number, height: number, channels: number): Tensor {
  return { data: new Float32Array(width * height * channels), width, height, channels };
}

/** The 3 x 3 neighbors of each value as channels, without those whose neighbors are outside. */
export function neighborhoods({ data, width, height, channels }: Tensor): Tensor {
  const row = 3 * channels;
  const result = emptyTensor(width - 2, height - 2, 3 * row);
  let to = 0;
  for (let y = 0; y < result.height; y++) {
    for (let x = 0; x < result.width; x++) {
      for (let line = 0; line < 3; line++) {
        const from = ((y + line) * width + x) * channels;
        for (let index = 0; index < row; index++) result.data[to++] = data[from + index] ?? 0;
      }
    }
  }
  return result;
}

/** Each channel filtered by 3 x 3 factors of its own; zero outside. */
export function depthwise({ data, width, height, channels }: Tensor, factors: Float32Array): Tensor {
  const result = emptyTensor(width, height, channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * channels;
      for (let place = 0; place < 9; place++) {
        const [line, column] = [y + Math.floor(place / 3) - 1, x + (place % 3) - 1];
        if (line < 0 || line >= height || column < 0 || column >= width) continue;
        const from = (line * width + column) * channels;
        const factor = place * channels;
        for (let channel = 0; channel < channels; channel++) {
          result.data[to + channel] =
            (result.data[to + channel] ?? 0) + (data[from + channel] ?? 0) * (factors[factor + channel] ?? 0);
        }
      }
    }
  }
  return result;
}

/**
 * The channels of each place mixed to others: `factors` has a row for each new channel. Four places at once, for their sums
 * stay in registers.
 */
export function mixChannels(
  { data, width, height, channels }: Tensor,
  factors: Float32Array,
  bias: Float32Array,
): Tensor {
  const mixed = bias.length;
  const result = emptyTensor(width, height, mixed);
  const last = width * height - 1;
  for (let place = 0; place <= last; place += 4) {
    const [second, third, fourth] = [Math.min(place + 1, last), Math.min(place + 2, last), Math.min(place + 3, last)];
    const [from1, from2, from3, from4] = [place * channels, second * channels, third * channels, fourth * channels];
    for (let index = 0; index < mixed; index++) {
      let sum1 = bias[index] ?? 0;
      let [sum2, sum3, sum4] = [sum1, sum1, sum1];
      const row = index * channels;
      for (let channel = 0; channel < channels; channel++) {
        const factor = factors[row + channel] ?? 0;
        sum1 += factor * (data[from1 + channel] ?? 0);
        sum2 += factor * (data[from2 + channel] ?? 0);
        sum3 += factor * (data[from3 + channel] ?? 0);
        sum4 += factor * (data[from4 + channel] ?? 0);
      }
      result.data[place * mixed + index] = sum1;
      result.data[second * mixed + index] = sum2;
      result.data[third * mixed + index] = sum3;
      result.data[fourth * mixed + index] = sum4;
    }
  }
  return result;
}

/** A tenth of negative values, in place. */
export function leaky(tensor: Tensor): Tensor {
  const { data } = tensor;
  for (let index = 0; index < data.length; index++) {
    const value = data[index] ?? 0;
    if (value < 0) data[index] = value * 0.1;
  }
  return tensor;
}

/** The largest of 2 x 2 values, at each or at every second place. */
export function maxPool({ data, width, height, channels }: Tensor, step: 1 | 2): Tensor {
  const result = emptyTensor(Math.ceil(width / step), Math.ceil(height / step), channels);
  let to = 0;
  for (let y = 0; y < height; y += step) {
    const below = Math.min(y + 1, height - 1) * width;
    for (let x = 0; x < width; x += step) {
      const right = Math.min(x + 1, width - 1);
      const places = [y * width + x, y * width + right, below + x, below + right];
      const [one = 0, two = 0, three = 0, four = 0] = places.map((place) => place * channels);
      for (let channel = 0; channel < channels; channel++) {
        result.data[to++] = Math.max(
          data[one + channel] ?? 0,
          data[two + channel] ?? 0,
          data[three + channel] ?? 0,
          data[four + channel] ?? 0,
        );
      }
    }
  }
  return result;
}
