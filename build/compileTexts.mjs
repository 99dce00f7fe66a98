// Compiles the text catalogs: for the type check and the linter, and as the global setup of Jest. Run by itself, it fails
// where a language lacks a text.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { compileCatalogs } = await import('./texts.ts');
const { allCatalogProblems } = await import('./catalogProblems.ts');

export default compileCatalogs;

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  compileCatalogs();
  const problems = allCatalogProblems();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
