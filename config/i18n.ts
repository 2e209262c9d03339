import app from '@adonisjs/core/services/app'
import { defineConfig, formatters, loaders } from '@adonisjs/i18n'
import { moduleNames } from '#kernel/modules/module_registry'

export default defineConfig({
  defaultLocale: 'en',
  formatter: formatters.icu(),
  loaders: [
    loaders.fs({ location: app.languageFilesPath() }),
    ...moduleNames.map((name) => loaders.fs({ location: app.makePath('modules', name, 'lang') })),
  ],
})
