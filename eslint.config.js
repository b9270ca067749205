import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

const systemFiles = ['**/system-*.ts', 'apps/*/main.ts'];
const consoleFiles = ['apps/cli/**/*.ts', 'apps/api/main.ts'];
const specFiles = ['**/*.spec.ts', '**/spec-support/**/*.ts', '**/testing/**/*.ts'];
/** Rooms of a lifecycle whose exports the transition table names and labels: the table documents them. */
const tableRooms = [
  'libs/lifecycles/*/{decide*,commands*,events,graphql,inputs,*-input*,enums,types,refusals,guards,guard-*,*-guards,module}.ts',
];
/** A table is read as a whole, however long; a switch over all events is complete or it is wrong. */
const tables = ['libs/lifecycles/*/{lifecycle,state,evolve}.ts'];

/** Time, randomness and the process's end come in from outside, or a replay would not repeat itself. */
const injected = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the injected Clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the injected Clock.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take the time from the injected Clock.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take randomness from the injected source.',
  },
  {
    selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
    message: 'Set process.exitCode and let the process end, or throw.',
  },
];

/** A test is run or it is removed. */
const noSkippedTests = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|failing)$/]',
    message: 'No skipped, focused or pending tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xdescribe|xit|xtest|fdescribe|fit)$/]',
    message: 'No skipped or focused tests.',
  },
];

export default defineConfig(
  { ignores: ['docs/', 'dist/', 'data/', 'coverage/', 'node_modules/', 'apps/console/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: { module: 'writable', process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 12],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...injected],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: [...specFiles, ...tableRooms],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: { esm: true, cjs: false, ancestorsOnly: true },
          enableFixer: false,
          require: {
            ClassDeclaration: false,
            FunctionDeclaration: true,
            ArrowFunctionExpression: false,
            MethodDefinition: false,
          },
          // A type read off a documented constant is documented there.
          contexts: [
            'TSInterfaceDeclaration',
            // A class that GraphQL shows is described to GraphQL.
            'ClassDeclaration:not(:has(> Decorator))',
            'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
            'TSTypeAliasDeclaration:not([typeAnnotation.type="TSIndexedAccessType"])',
          ],
        },
      ],
    },
  },
  { files: tables, rules: { 'max-lines-per-function': 'off', complexity: 'off' } },
  { files: ['libs/lifecycles/*/lifecycle.ts'], rules: { 'max-lines': 'off' } },
  { files: systemFiles, rules: { 'no-restricted-syntax': 'off' } },
  { files: consoleFiles, rules: { 'no-console': 'off' } },
  {
    files: specFiles,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...injected, ...noSkippedTests],
    },
  },
);
