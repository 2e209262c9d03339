import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import config from '#config/capture'
import { PostOffice } from '#kernel/mail/post_office'

export default class MailReceive extends BaseCommand {
  static commandName = 'mail:receive'
  static description = 'Receive mail for agencies, such as leads of portals'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  @flags.number({ description: 'The port to listen on, instead of MAIL_RECEIVE_PORT' })
  declare port?: number

  async run() {
    const port = this.port ?? config.mailPort
    if (port === undefined) {
      this.logger.error('Say on which port: MAIL_RECEIVE_PORT, or --port')
      this.exitCode = 1
      return this.terminate()
    }
    const office = new PostOffice()
    this.app.terminating(() => office.close())
    this.logger.info(`Receiving mail on port ${await office.open(port, config.mailHost)}`)
  }
}
