import next from 'eslint-config-next';
import typescript from 'eslint-config-next/typescript';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import playwright from 'eslint-plugin-playwright';

const PHYSICAL =
  '(?:^|[\\\\s:])-?(?:ml|mr|pl|pr|left|right|border-l|border-r|rounded-l|rounded-r|rounded-tl|rounded-tr|rounded-bl|rounded-br|text-left|text-right)-?(?:[\\\\s\\\\d\\\\[]|$)';
const DIRECTION = 'Use logical properties (ms, me, ps, pe, start, end): the page mirrors in Arabic.';

const directions = [
  { selector: `JSXAttribute[name.name='className'] Literal[value=/${PHYSICAL}/]`, message: DIRECTION },
  {
    selector:
      "JSXAttribute[name.name='style'] Property[key.name=/^(marginLeft|marginRight|paddingLeft|paddingRight|left|right|borderLeft|borderRight)$/]",
    message: DIRECTION,
  },
];
const actions = [
  {
    selector: "ExpressionStatement[directive='use server'] ~ ExportNamedDeclaration > FunctionDeclaration",
    message: 'An action is made by action() of lib/auth/action.ts.',
  },
  {
    selector:
      "ExpressionStatement[directive='use server'] ~ ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression",
    message: 'An action is made by action() of lib/auth/action.ts.',
  },
];

const config = [
  {
    ignores: [
      '.next/**',
      '.next-*/**',
      '.runtime/**',
      '.data*/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
    ],
  },
  ...next,
  ...typescript,
  { files: ['**/*.tsx'], rules: jsxA11y.flatConfigs.strict.rules },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', ...directions, ...actions],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'zod', message: "Import z from '@/lib/zod'." }],
          patterns: [{ group: ['**/sandbox/**'], message: 'The portal knows the sandbox by its URLs only.' }],
        },
      ],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Settings are read in lib/config.ts.' }],
    },
  },
  { files: ['lib/zod.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['lib/config.ts', 'instrumentation.ts'], rules: { 'no-restricted-properties': 'off' } },
  { ...playwright.configs['flat/recommended'], files: ['e2e/**/*.ts'] },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      'playwright/no-skipped-test': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/no-networkidle': 'error',
      'playwright/expect-expect': 'off',
      'playwright/no-conditional-in-test': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
];

export default config;
