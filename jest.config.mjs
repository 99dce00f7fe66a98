// Packages that ship ES modules only; everything else in node_modules is left as it is.
const modules = ['@dicebear', 'p-limit', 'yocto-queue', 'jose', '@pnp', 'image-dimensions', '@zip.js'].join('|');

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Its parts are exported to ES modules only.
  moduleNameMapper: { '^(@zip\\.js/zip\\.js/lib/.*)$': '<rootDir>/node_modules/$1' },
  transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`],
  ...more,
});

export default {
  globalSetup: '<rootDir>/build/compileTexts.mjs',
  projects: [
    project('unit', ['<rootDir>/{src,build,scripts,sandbox}/**/*.test.ts?(x)']),
    project('contract', ['<rootDir>/e2e/contract/*.contract.ts']),
  ],
  testTimeout: 60_000,
  maxWorkers: 2,
};
