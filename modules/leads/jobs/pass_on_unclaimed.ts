import { passOnUnclaimed } from '../actions/pass_on_unclaimed.ts'

export default class PassOnUnclaimed {
  async handle(): Promise<void> {
    await passOnUnclaimed()
  }
}
