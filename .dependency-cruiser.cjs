/** The import rules of docs/architecture.md. They include type imports. Lists the folders that each folder may import. */
const foldersBelow = {
  base: [],
  http: ['base'],
  mailbox: ['base', 'http'],
  auth: ['base', 'http'],
  photos: ['base', 'http'],
  editor: ['base', 'http'],
  bulk: ['base', 'http', 'photos'],
  directory: ['base', 'http', 'photos'],
  ui: ['base', 'http', 'mailbox', 'auth', 'photos', 'editor', 'config'],
  people: ['base', 'http', 'auth', 'photos', 'editor', 'directory', 'bulk', 'ui', 'config'],
};

const directions = Object.entries(foldersBelow).map(([folder, below]) => ({
  name: `${folder}-imports-only-downwards`,
  comment: `src/${folder} may import ${below.length ? below.join(', ') : 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/${folder}/`, ...below.map((other) => `^src/${other}(/|\\.ts$)`)] },
}));

/** The storeys of src/photos, from the top: each imports only those below it, and the policy. */
const storeysBelow = { library: ['cache', 'api'], cache: ['api'], api: [] };

const storeys = Object.entries(storeysBelow).map(([storey, below]) => ({
  name: `photos-${storey}-imports-only-downwards`,
  comment: `src/photos/${storey} may import ${['policy.ts', ...below].join(', ')}, and nothing else of src/photos.`,
  severity: 'error',
  from: { path: `^src/photos/${storey}/` },
  to: {
    path: '^src/photos/',
    pathNot: [...[storey, ...below].map((other) => `^src/photos/${other}/`), '^src/photos/policy'],
  },
}));

/** `folders`: those that may import the packages; where `ui` is one of them, the pages may too. */
const library = (name, packages, ...folders) => ({
  name: `${name}-only-in-${folders.join('-and-')}`,
  comment: `Only ${folders.map((folder) => `src/${folder}`).join(' and ')} import ${name}.`,
  severity: 'error',
  from: {
    path: '^src/',
    pathNot: [...folders.map((folder) => `^src/${folder}/`), ...(folders.includes('ui') ? ['^src/[^/]+\\.tsx?$'] : [])],
  },
  to: { path: packages.map((one) => `node_modules/${one}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'No circular imports, type imports included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...directions,
    ...storeys,
    {
      name: 'import-through-index',
      comment:
        'A folder is imported through its index.ts, except from inside. The other pages and the first paint have entrances of their own.',
      severity: 'error',
      from: { path: '^src/([^/]+)/|^src/[^/]+$' },
      to: {
        path: '^src/[^/]+/.+',
        pathNot: ['^src/[^/]+/index\\.ts$', '^src/ui/(signin|choices|texts|page|crop)/index\\.ts$', '^src/$1/'],
      },
    },
    {
      name: 'src-imports-no-sandbox',
      comment: 'The add-in does not import development code.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|e2e|scripts|build)/' },
    },
    {
      name: 'sandbox-imports-no-src',
      comment: 'The sandbox implements the documentation independently, so that it does not share the mistakes of src.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
    library('MSAL', ['@azure'], 'auth'),
    library('React and Fluent', ['react', 'react-dom', '@fluentui', 'preact'], 'ui', 'people'),
    library('TanStack Query', ['@tanstack/query-core'], 'photos'),
    library('TanStack Virtual', ['@tanstack/virtual-core'], 'people'),
    library('dataloader', ['dataloader'], 'photos'),
    library('IndexedDB', ['idb'], 'photos', 'bulk'),
    library('CSV', ['papaparse', '@types/papaparse'], 'bulk'),
    library('ZIP', ['@zip.js'], 'bulk'),
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tools.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'] },
  },
};
