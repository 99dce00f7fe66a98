import type { Compilation } from 'webpack';

/** The hashed names of the files that the pages name themselves. */
export interface AssetNames {
  readonly pageStart: string;
  readonly msal: string;
  readonly paneStyles: string;
  readonly cropperStyles: string;
}

/** The names in a compilation whose files are all emitted. @throws Error where one is missing. */
export function assetNames(compilation: Compilation): AssetNames {
  // Not its map of names, which lacks chunks that were merged.
  const chunks = [...compilation.chunks];
  const script = (chunk: string): string =>
    found(
      chunk,
      [...(chunks.find(({ name }) => name === chunk)?.files ?? [])].find((file) => file.endsWith('.js')),
    );
  const copied = (source: string): string =>
    found(source, compilation.getAssets().find(({ info }) => info.sourceFilename === source)?.name);
  return {
    pageStart: script('page-start'),
    msal: script('msal'),
    paneStyles: copied('src/pane.css'),
    cropperStyles: copied('node_modules/react-easy-crop/react-easy-crop.css'),
  };
}

function found(what: string, name: string | undefined): string {
  if (name === undefined) throw new Error(`The build has no file for "${what}"`);
  return name;
}
