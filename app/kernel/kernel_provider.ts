import type { ApplicationService } from '@adonisjs/core/types'
import { manifests } from '#kernel/modules/module_registry'

/** Our one provider: mounts the modules' views, reads numbers as they are, opens the notice board. */
export default class KernelProvider {
  protected app: ApplicationService

  constructor(app: ApplicationService) {
    this.app = app
  }

  async boot() {
    await readColumnsSafely()
    await import('#kernel/http/fragment')
    await import('#kernel/markets/vine_rules')
    if (!this.app.usingEdgeJS) return
    const { default: edge } = await import('edge.js')
    const { prepareViews } = await import('#kernel/http/views')
    for (const { name } of manifests) edge.mount(name, this.app.makePath('modules', name, 'views'))
    prepareViews(edge)
  }

  /** Before the first request: what must never be served is not. */
  async start() {
    if (this.app.getEnvironment() !== 'web' || !this.app.inProduction) return
    const { refuseDemoWorld } = await import('#kernel/fleet/demo_world')
    const { coreSql } = await import('#kernel/tenancy/sql')
    await refuseDemoWorld(coreSql).catch((error: Error) => {
      if (error.name !== 'FleetRefusal') throw error
      console.error(error.message)
      process.exit(1)
    })
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { noticeBoard } = await import('#kernel/tenancy/notice_board')
    await noticeBoard.open()
  }

  async shutdown() {
    const { noticeBoard } = await import('#kernel/tenancy/notice_board')
    await noticeBoard.close()
  }
}

/** bigint as a safe integer or an error, a day as the plain text that it is. */
async function readColumnsSafely() {
  const { default: pg } = await import('pg')
  pg.types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
    const number = Number(text)
    if (!Number.isSafeInteger(number))
      throw new RangeError('A bigint column holds more than a safe integer')
    return number
  })
  pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
}
