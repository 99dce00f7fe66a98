import manifest from '@vladmandic/face-api/model/tiny_face_detector_model-weights_manifest.json';
import { depthwise, leaky, maxPool, mixChannels, neighborhoods, type Tensor } from './layers';

/** The weights by name. */
export type Weights = Readonly<Record<string, Float32Array>>;

/** @throws Error where `bytes` are not of the length that the manifest says. */
export function weightsOf(bytes: Uint8Array): Weights {
  let at = 0;
  const entries = manifest.flatMap(({ weights }) =>
    weights.map(({ name, shape, quantization: { scale, min } }) => {
      const stored = bytes.subarray(at, (at += shape.reduce((product, side) => product * side, 1)));
      const values = Float32Array.from(stored, (byte) => byte * scale + min);
      // Mixed channel by channel: a row for each channel of the output, which is the last dimension of the file.
      return [name, /filters$|pointwise/.test(name) ? transpose(values, shape.at(-1) ?? 1) : values] as const;
    }),
  );
  if (at !== bytes.length) throw new Error('Not the weights that the manifest describes');
  return Object.fromEntries(entries);
}

function transpose(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns;
  return values.map((_value, at) => values[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}

/** What the network finds in a square picture: 5 boxes of 5 numbers for each cell of a grid. */
export function runNetwork(picture: Tensor, weights: Weights): Tensor {
  const named = (name: string): Float32Array => weights[name] ?? new Float32Array();
  const mixed = (input: Tensor, layer: string, filter: string): Tensor =>
    mixChannels(input, named(`${layer}/${filter}`), named(`${layer}/bias`));
  let tensor = maxPool(leaky(mixed(neighborhoods(picture), 'conv0', 'filters')), 2);
  for (const layer of ['conv1', 'conv2', 'conv3', 'conv4', 'conv5']) {
    const filtered = depthwise(tensor, named(`${layer}/depthwise_filter`));
    tensor = maxPool(leaky(mixed(filtered, layer, 'pointwise_filter')), layer === 'conv5' ? 1 : 2);
  }
  return mixed(tensor, 'conv8', 'filters');
}
