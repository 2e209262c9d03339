import { unit } from '#kernel/tenancy/tenancy'
import ListingAlertsDue from '../events/listing_alerts_due.ts'

export default class SendDailyAlerts {
  async handle(): Promise<void> {
    unit().tell(new ListingAlertsDue({ frequency: 'daily' }))
  }
}
