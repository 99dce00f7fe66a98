// Compiles the text catalogs: for the type check and the linter, and as the global setup of Jest.
import { register } from 'tsx/esm/api';

register();
const { compileCatalogs } = await import('./texts.ts');

export default compileCatalogs;
compileCatalogs();
