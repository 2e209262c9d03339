import { unit } from '#kernel/tenancy/tenancy'
import { releaseLetters } from '../alerts/take_letters.ts'
import ListingAlertsDue from '../events/listing_alerts_due.ts'

export default class SendDailyAlerts {
  /** Those that should have gone at once go too, where a process died over them. */
  async handle(): Promise<void> {
    await releaseLetters()
    unit().tell(new ListingAlertsDue({ frequency: 'daily' }))
    unit().tell(new ListingAlertsDue({ frequency: 'instant' }))
  }
}
