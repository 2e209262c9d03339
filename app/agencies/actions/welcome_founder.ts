import logger from '@adonisjs/core/services/logger'
import i18nManager from '@adonisjs/i18n/services/main'
import { issueToken } from '#app/identity'
import { sendLetter } from '#kernel/mail/letters'
import type { NewAgency } from './sign_up_agency.ts'

interface Founder {
  origin: string
  name: string
  email: string
}

/** The first letter: the workspace's address, and the link that proves the e-mail. */
export class WelcomeFounder {
  /** After the answer went out; a letter that fails can be asked for again in the workspace. */
  later(agency: NewAgency, founder: Founder): void {
    setImmediate(() => {
      this.handle(agency, founder).catch((error) => logger.error({ err: error }, 'welcome letter'))
    })
  }

  async handle(agency: NewAgency, { origin, name, email }: Founder): Promise<void> {
    const token = await issueToken('verify_email', {
      identityId: agency.identityId,
      tenantId: agency.tenantId,
    })
    const i18n = i18nManager.locale('en')
    await sendLetter({
      to: email,
      subject: i18n.t('agencies.letters.welcome.subject'),
      view: 'letters/welcome',
      state: {
        name,
        workspace: `${origin}/app`,
        link: `${origin}/verify/${token}`,
        t: i18n.t.bind(i18n),
      },
    })
  }
}
