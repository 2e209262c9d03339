import { today } from '#kernel/markets/time'
import { unit } from '#kernel/tenancy/tenancy'
import { MorningCame } from '../events/morning_came.ts'

/** The letters are written by whoever hears it: no letter is sent from within a unit. */
export default class TellOfMorning {
  async handle(): Promise<void> {
    unit().tell(new MorningCame(today(unit().tenant.timeZone)))
  }
}
