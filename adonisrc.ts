import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [() => import('@adonisjs/core/commands')],
  directories: { commands: 'app/commands', providers: 'app/kernel' },

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/vite/vite_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('#kernel/kernel_provider'),
  ],

  preloads: [
    () => import('#start/kernel'),
    { file: () => import('#start/routes'), environment: ['web', 'test'] },
  ],

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'modules/*/views/**/*.edge', reloadServer: false },
    { pattern: 'modules/*/lang/*.json', reloadServer: false },
    { pattern: 'modules/*/demo/*.{gz,md}', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],

  hooks: {
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },

  tests: {
    suites: [
      {
        name: 'unit',
        files: [
          'tests/{unit,architecture}/**/*.spec.ts',
          'app/*/tests/unit/**/*.spec.ts',
          'modules/*/tests/unit/**/*.spec.ts',
        ],
        timeout: 60_000,
      },
      {
        name: 'functional',
        files: ['tests/functional/!(security|sweep)/**/*.spec.ts'],
        timeout: 60_000,
      },
      // Apart, so that the three run side by side: every door of the house, tried one by one …
      {
        name: 'doors',
        files: ['tests/functional/{security,sweep}/**/*.spec.ts'],
        timeout: 60_000,
      },
      // … and what the modules do.
      {
        name: 'modules',
        files: ['modules/*/tests/functional/**/*.spec.ts'],
        timeout: 60_000,
      },
      {
        name: 'browser',
        files: ['tests/browser/**/*.spec.ts', 'modules/*/tests/browser/**/*.spec.ts'],
        timeout: 120_000,
      },
    ],
    forceExit: true,
  },
})
