import i18nManager from '@adonisjs/i18n/services/main'
import { issueToken, personById } from '#app/identity'
import { sendLetter } from '#kernel/mail/letters'
import type { NewAgency } from './sign_up_agency.ts'

interface Founder {
  origin: string
  name: string
  email: string
}

/**
 * The first letter: the workspace's address, and the link that proves the e-mail where it is not
 * proven yet. One that gets lost can be asked for again in the workspace.
 */
export class WelcomeFounder {
  async handle(agency: NewAgency, { origin, name, email }: Founder): Promise<void> {
    const identity = await personById(agency.identityId)
    const isProven = identity?.emailVerifiedAt !== null
    const link = isProven ? null : `${origin}/verify/${await this.#token(agency)}`
    await sendLetter({
      to: email,
      subject: i18nManager.locale('en').t('agencies.letters.welcome.subject'),
      view: 'letters/welcome',
      state: { name, workspace: `${origin}/app`, link },
    })
  }

  #token({ identityId, tenantId }: NewAgency): Promise<string> {
    return issueToken('verify_email', { identityId, tenantId })
  }
}
