import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { FleetWorker } from '#kernel/fleet/fleet_worker'
import { closeOwnerPool } from '#kernel/fleet/owner'
import { prepareDatabase } from '#kernel/fleet/preparing'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import './support/notices.ts'
import { launchChromium } from './support/chromium.ts'

const fleet = new FleetWorker()

export const plugins: Config['plugins'] = [
  assert(),
  apiClient(`http://127.0.0.1:${process.env.PORT}`),
  browserClient({ runInSuites: ['browser'], launcher: launchChromium }),
  pluginAdonisJS(app),
]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [
    async () => {
      await prepareDatabase(() => {})
      await noticeBoard.open()
      await fleet.start(2)
    },
  ],
  teardown: [
    async () => {
      await fleet.stop()
      await closeOwnerPool()
    },
  ],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (suite.name !== 'unit') suite.setup(() => testUtils.httpServer().start())
}
