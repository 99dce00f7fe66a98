import eslint from '@eslint/js';
import compat from 'eslint-plugin-compat';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const forbidden = (name, message) => ({ name, message });

/** Globals that Office.js replaces inside Outlook. */
const replacedByOffice = [
  ...['alert', 'confirm', 'prompt'].map((name) => forbidden(name, 'It throws inside Outlook. Ask in the pane.')),
  forbidden('history', 'Office.js removes pushState and replaceState.'),
];

const noMarkup = 'Text comes from people: build elements.';

export default tseslint.config(
  { ignores: ['dist/', '.sandbox/', 'coverage/', 'node_modules/', 'bench/build/', 'src/*/texts/compiled/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [eslint.configs.recommended],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    // Build, configuration and scripts run in Node.
    files: ['*.{js,mjs,cjs}', '.*.cjs', 'build/**/*.{js,mjs}', 'scripts/**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  {
    // Functions passed to page.evaluate run in the browser, the rest in Node.
    files: ['bench/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  { files: ['bench/peers/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['sandbox/host/injected/*.js'],
    languageOptions: { sourceType: 'script', globals: { ...globals.browser, Type: 'readonly' } },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'src/editor/worker/tsconfig.json', 'tsconfig.tools.json'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Reports browser APIs below the floor of `browserslist` in package.json.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.test.*', '**/*.fixture.ts'],
    extends: [compat.configs['flat/recommended']],
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-globals': ['error', ...replacedByOffice],
      'no-restricted-properties': [
        'error',
        { property: 'pushState', message: 'Office.js removes it.' },
        { property: 'replaceState', message: 'Office.js removes it.' },
        { property: 'innerHTML', message: noMarkup },
        { property: 'outerHTML', message: noMarkup },
        { property: 'insertAdjacentHTML', message: noMarkup },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: noMarkup },
        {
          selector: 'CallExpression[callee.property.name="addEventListener"][arguments.0.value="message"]',
          message: 'The add-in handles no window messages: Office.js and MSAL have their own listeners.',
        },
        {
          selector: 'CatchClause > BlockStatement[body.length=0]',
          message: 'No empty catch: handle it or name why not.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/mailbox/**'],
    rules: {
      'no-restricted-globals': ['error', ...replacedByOffice, forbidden('Office', 'Only src/mailbox uses Office.js.')],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['sandbox/main.ts', 'sandbox/host/builds.ts', 'scripts/**', 'build/**'],
    rules: { 'no-console': 'off' },
  },
);
