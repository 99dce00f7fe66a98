import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbidden = (name, message) => ({ name, message });

const takenByOffice = [
  ...['alert', 'confirm', 'prompt'].map((name) => forbidden(name, 'Outlook makes it throw. Ask in the pane.')),
  forbidden('history', 'Office.js takes pushState and replaceState away.'),
];

export default tseslint.config(
  { ignores: ['dist/', '.sandbox/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'tsconfig.tools.json'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.test.*'],
    rules: {
      'no-restricted-globals': ['error', ...takenByOffice],
      'no-restricted-properties': [
        'error',
        { property: 'pushState', message: 'Office.js takes it away.' },
        { property: 'replaceState', message: 'Office.js takes it away.' },
        { property: 'innerHTML', message: 'Text comes from people: build elements.' },
        { property: 'outerHTML', message: 'Text comes from people: build elements.' },
        { property: 'insertAdjacentHTML', message: 'Text comes from people: build elements.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text comes from people.' },
        {
          selector: 'CallExpression[callee.property.name="addEventListener"][arguments.0.value="message"]',
          message: 'The add-in listens to no window messages: Office.js and MSAL bring their own.',
        },
        { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Nothing is swallowed.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/mailbox/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...takenByOffice,
        forbidden('Office', 'Office.js is known to src/mailbox alone.'),
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['sandbox/main.ts', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
);
