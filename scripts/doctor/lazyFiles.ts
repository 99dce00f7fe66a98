/** The names of the files that a script of the build loads later: webpack lists their hashes by name. */
export function lazyFiles(script: string): readonly string[] {
  const [, list = ''] = /\{((?:"?[\w-]+"?:"[0-9a-f]{8,}",?)+)\}\[\w+\]\+"\.js"/.exec(script) ?? [];
  return [...list.matchAll(/"?([\w-]+)"?:"([0-9a-f]+)"/g)].map(([, name = '', hash = '']) => `${name}.${hash}.js`);
}
