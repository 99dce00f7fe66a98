/** The global objects that are inspected; all of them are missing or partial in some browsers. */
export interface BrowserGlobals {
  readonly AbortSignal?: object;
  readonly URL?: object;
  readonly OffscreenCanvas?: unknown;
}

/**
 * The features without which the pane cannot work, as far as this browser lacks them. The newest of them sets the floor
 * of `browserslist` in package.json (docs/decisions/0013-supported-browsers.md).
 */
export function missingFeatures(globals: BrowserGlobals): readonly string[] {
  const features: readonly (readonly [string, boolean])[] = [
    ['AbortSignal.any', has(globals.AbortSignal, 'any')],
    ['AbortSignal.timeout', has(globals.AbortSignal, 'timeout')],
    ['URL.canParse', has(globals.URL, 'canParse')],
    ['OffscreenCanvas', globals.OffscreenCanvas !== undefined],
  ];
  return features.filter(([, isPresent]) => !isPresent).map(([name]) => name);
}

function has(owner: object | undefined, name: string): boolean {
  return owner !== undefined && name in owner;
}
