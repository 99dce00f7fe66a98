/** The import rules of docs/architecture.md. Type imports count: a circle of types is a circle. */
const roomsBelow = {
  base: [],
  http: ['base'],
  mailbox: ['base', 'http'],
  auth: ['base', 'http'],
  photos: ['base', 'http'],
  editor: ['base', 'http'],
  ui: ['base', 'http', 'mailbox', 'auth', 'photos', 'editor', 'config'],
};

const directions = Object.entries(roomsBelow).map(([room, below]) => ({
  name: `${room}-imports-only-downwards`,
  comment: `src/${room} may import ${below.length ? below.join(', ') : 'no other room'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...below.map((other) => `^src/${other}(/|\\.ts$)`)] },
}));

const library = (name, packages, room) => ({
  name: `${name}-only-in-${room}`,
  comment: `${name} is known to src/${room} alone.`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${room}/`, ...(room === 'ui' ? ['^src/[^/]+\\.tsx?$'] : [])] },
  to: { path: packages.map((one) => `node_modules/${one}/`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Nothing imports in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...directions,
    {
      name: 'one-door',
      comment: 'A room is entered through its index.ts (or, for tests of a room, from inside it).',
      severity: 'error',
      from: { path: '^src/([^/]+)/|^src/[^/]+$' },
      to: { path: '^src/[^/]+/.+', pathNot: ['^src/[^/]+/index\\.ts$', '^src/$1/'] },
    },
    {
      name: 'src-knows-no-sandbox',
      comment: 'What ships does not know that a sandbox exists.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|e2e|scripts)/' },
    },
    {
      name: 'sandbox-knows-no-src',
      comment: 'The sandbox is a second reading of the documentation.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^src/' },
    },
    library('MSAL', ['@azure'], 'auth'),
    library('React and Fluent', ['react', 'react-dom', '@fluentui', 'preact'], 'ui'),
    library('TanStack Query', ['@tanstack'], 'photos'),
    library('dataloader', ['dataloader'], 'photos'),
    library('IndexedDB', ['idb'], 'photos'),
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tools.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'] },
  },
};
