import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { rememberingIcu } from '#kernel/http/remembering_formatter'
import { moduleNames } from '#kernel/modules/module_registry'

export default defineConfig({
  defaultLocale: 'en',
  formatter: rememberingIcu(),
  loaders: [
    loaders.fs({ location: app.languageFilesPath() }),
    ...moduleNames.map((name) => loaders.fs({ location: app.makePath('modules', name, 'lang') })),
  ],
})
