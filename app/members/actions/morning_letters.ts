import i18nManager from '@adonisjs/i18n/services/main'
import { sendLetter } from '#kernel/mail/letters'
import { today } from '#kernel/markets/time'
import { unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { todayList } from '#kernel/today/today_list'
import { type TodayItem, todayRank } from '#kernel/today/today_provider'
import type Member from '../models/member.ts'
import { staffEntry } from '../staff_directory.ts'

/** Tells people by letter what they should do today, and why; never twice on one day. */
export class MorningLetters {
  readonly #tenant: TenantSnapshot
  readonly #day: string

  constructor(tenant: TenantSnapshot, day: string) {
    this.#tenant = tenant
    this.#day = day
  }

  /** Nothing to do: no letter. A morning that is past is not made up for. */
  async handle(member: Member): Promise<void> {
    if (this.#day !== today(this.#tenant.timeZone)) return
    const staff = await staffEntry(this.#tenant, member.identityId)
    if (!staff) return
    const ctx = { i18n: i18nManager.locale('en'), tenant: this.#tenant, staff }
    const read = async () => {
      const due = (await todayList(ctx)).items.filter(({ rank }) => rank >= todayRank.due)
      return due.length > 0 && (await this.#claim(member)) ? due : []
    }
    const items = await tenancy.run(this.#tenant, read, { actor: staff.actor })
    if (items.length > 0) await this.#send(member, items)
  }

  /** The day belongs to one letter: whoever else comes, from another worker or later, finds it taken. */
  async #claim({ id }: Member): Promise<boolean> {
    const { rowCount } = await unitSql(
      'update members set letter_on = ? where id = ? and letter_on is distinct from ?::date',
      [this.#day, id, this.#day]
    )
    return rowCount === 1
  }

  /** A letter that could not be sent is tried again with the event. */
  async #send(member: Member, items: TodayItem[]): Promise<void> {
    try {
      await sendLetter({
        to: member.email,
        subject: i18nManager
          .locale('en')
          .t('members.letters.morning.subject', { count: items.length }),
        view: 'letters/morning',
        state: { name: member.name, items, origin: `https://${this.#tenant.host}` },
      })
    } catch (error) {
      await tenancy.run(this.#tenant, () =>
        unitSql('update members set letter_on = null where id = ?', [member.id])
      )
      throw error
    }
  }
}
