import { configApp } from '@adonisjs/eslint-config'

/** The sizes are stops, not aims: docs/style.md says what we aim for. */
const sizes = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }],
  'max-depth': ['error', 2],
  'complexity': ['error', 8],
  'max-params': ['error', 3],
}

const noPoolOutsideKernel = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: '@adonisjs/lucid/services/db',
          message: 'It reaches past the unit of work. Use models, coreSql or unitSql.',
        },
      ],
    },
  ],
}

export default configApp(
  { ignores: ['build/**', '.adonisjs/**', 'public/**', '.data/**', 'resources/js/vendor/**'] },
  { files: ['**/*.ts'], rules: sizes },
  // Formatting has a gate of its own.
  { rules: { 'prettier/prettier': 'off', '@unicorn/no-await-expression-member': 'off' } },
  {
    files: ['app/**/*.ts', 'modules/**/*.ts'],
    ignores: ['app/kernel/**'],
    rules: noPoolOutsideKernel,
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 300 }],
      'complexity': 'off',
      'max-depth': ['error', 3],
    },
  },
  {
    // Tables of SQL and of words are long by nature.
    files: [
      '**/migrations/**/*.ts',
      '**/tenant_migrations/**/*.ts',
      '**/demo/**/*.ts',
      'database/seeders/**/*.ts',
    ],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' },
  }
)
