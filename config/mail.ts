import { defineConfig, transports } from '@adonisjs/mail'
import env from '#start/env'
import type { InferMailers } from '@adonisjs/mail/types'

/** Without SMTP_HOST, `app/kernel/mail` keeps each letter in the mailbox of the demo instead. */
const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM', 'hello@freehold.example'), name: 'Freehold' },
  mailers: {
    smtp: transports.smtp({
      host: env.get('SMTP_HOST', 'localhost'),
      port: env.get('SMTP_PORT', 587),
      auth: env.get('SMTP_USERNAME')
        ? { type: 'login', user: env.get('SMTP_USERNAME', ''), pass: env.get('SMTP_PASSWORD', '') }
        : undefined,
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
